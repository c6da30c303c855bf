"""Fine-tunes the stance model: `python -m stance.train --data DIR --encoder DIR --output DIR [--start model.onnx]`.

The first stage learns what a text conveys from the pretrained encoder; the second goes on from the first one's int8 file (`--start`)
and learns all three questions; the third hides the names of the targets; the last two train adapters and leave the rest as it is.
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy
import torch
from sklearn.metrics import f1_score
from torch import nn

from . import data, marking, network, restore, score, vocabulary

LONGEST = 224  # word pieces; a handful of training texts are longer


def batches(questions, tokenizer, size, rng=None, answers=None):
    """Batches of alike length (less padding), in random order when `rng` is given; with the labels, or with `answers` in their place."""
    answers = [q.label for q in questions] if answers is None else answers
    encoded = [(tokenizer(q.text, truncation=True, max_length=LONGEST)["input_ids"], answer) for q, answer in zip(questions, answers)]
    if rng:
        chunks = []
        for start in range(0, len(encoded), size * 50):
            chunks += sorted(encoded[start : start + size * 50], key=lambda e: len(e[0]))
        encoded = chunks
    else:
        encoded = sorted(encoded, key=lambda e: len(e[0]))
    groups = [encoded[i : i + size] for i in range(0, len(encoded), size)]
    if rng:
        rng.shuffle(groups)
    for group in groups:
        length = max(len(ids) for ids, _ in group)
        padded = torch.tensor([ids + [1] * (length - len(ids)) for ids, _ in group])
        yield padded, torch.tensor(numpy.array([answer for _, answer in group]))


@torch.no_grad()
def predict(model, questions, tokenizer):
    model.eval()
    logits, labels = [], []
    for ids, label in batches(questions, tokenizer, 64):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits.append(model(ids).float())
        labels.append(label)
    return torch.cat(logits).numpy(), torch.cat(labels).numpy()


def parameter_groups(model, rate, decay):
    """Lower layers learn more slowly (Sun et al., CCL 2019); the new head learns five times faster."""
    groups = []
    layers = model.encoder.config.num_hidden_layers
    for name, parameter in model.named_parameters():
        if name.startswith("encoder.encoder.layer."):
            depth = layers - 1 - int(name.split(".")[3])
            scale = decay**depth
        elif name.startswith("encoder.embeddings"):
            scale = decay**layers
        elif name.startswith("encoder."):
            scale = 1.0
        else:
            scale = 5.0
        if not parameter.requires_grad:
            continue
        weight_decay = 0.0 if parameter.ndim < 2 else 0.01
        groups.append({"params": [parameter], "lr": rate * scale, "weight_decay": weight_decay})
    return groups


def freeze(model, layers):
    """What the first stage has taught the lowest layers serves all questions; leaving them saves a sixth of the time."""
    still = ["encoder.embeddings."] * (layers > 0) + [f"encoder.encoder.layer.{n}." for n in range(layers)]
    for name, parameter in model.named_parameters():
        parameter.requires_grad = not name.startswith(tuple(still))


def trained(model):
    """The adapters where there are any, or else all weights."""
    adapted = any(isinstance(module, network.LowRank) for module in model.modules())
    names = {name for name, parameter in model.named_parameters() if parameter.requires_grad}
    return {name: value for name, value in model.state_dict().items() if not adapted or name in names}


def taught(teacher, tokenizer, questions):
    """What a trained model answers, as probabilities to be learned (Hinton et al., 2015); nothing without one."""
    return list(score.softmax(score.logits(teacher, tokenizer, questions))) if teacher else None


def settings():
    args = argparse.ArgumentParser()
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--encoder", type=Path, required=True)
    args.add_argument("--weights", type=Path, help="another encoder of the same word pieces, for comparison")
    args.add_argument("--output", type=Path, required=True)
    args.add_argument("--start", type=Path, help="int8 file of the stage before, where this one goes on")
    args.add_argument("--stage", choices=data.EPOCHS, default="first")
    args.add_argument("--epochs", type=int, default=3)
    args.add_argument("--rate", type=float, default=2.5e-5)
    args.add_argument("--frozen", type=int, default=0, help="lowest layers that stay as they are, with the embeddings")
    args.add_argument("--adapters", type=int, default=0, metavar="RANK", help="train adapters of this rank above the frozen layers, and nothing else")
    args.add_argument("--adapted", type=Path, help="adapters of the stage before, to go on from")
    args.add_argument("--layers", type=int, help="layers of the encoder that are left, for comparison")
    args.add_argument("--teacher", type=Path, help="model file whose probabilities are learned in the place of the labels, for comparison")
    args.add_argument("--layer-decay", type=float, default=0.95)
    args.add_argument("--batch", type=int, default=32)
    args.add_argument("--pieces", type=int, default=14_000)
    args.add_argument("--seed", type=int, default=7)
    return args.parse_args()


def main():
    args = settings()
    args.output.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    numpy.random.seed(args.seed)
    rng = random.Random(args.seed)

    if args.start:
        pieces = (args.start.parent / "assets/vocab.txt").read_text(encoding="utf-8").splitlines()
    else:
        pieces = vocabulary.trim(args.encoder, args.data, args.pieces)
    (args.output / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    tokenizer = vocabulary.tokenizer(pieces, args.encoder)
    encoder = network.load_encoder(args.weights or args.encoder, pieces, {marking.TARGET_MARK: "$"})
    model = network.StanceNetwork(encoder, pieces.index(marking.TARGET_MARK), pieces.index(marking.HOLDER_MARK))
    if args.start:
        restore.load(model, args.start)
    if args.layers:
        network.prune(model, args.layers)
    if args.adapters:
        network.adapt(model, args.adapters, args.frozen)
        if args.adapted:
            model.load_state_dict(torch.load(args.adapted), strict=False)
    else:
        freeze(model, args.frozen)

    epoch = data.EPOCHS[args.stage]
    plan = [epoch(args.data, n, args.seed) for n in range(args.epochs)]
    total = sum(-(-len(questions) // args.batch) for questions in plan)
    warmup = max(1, int(0.06 * total))
    optimizer = torch.optim.AdamW(parameter_groups(model, args.rate, args.layer_decay))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / warmup) * max(0.0, 1 - max(0, s - warmup) / (total - warmup))
    )
    loss_of = nn.CrossEntropyLoss(label_smoothing=network.SMOOTHING)
    dev = {name: data.questions(data.read(args.data / f"{name}.jsonl")) for name in score.DEV}
    dev["labelled/directed_dev"] = dev["labelled/directed_dev"][::3]
    step, seen, losses, began = 0, 0, [], time.time()
    for number, questions in enumerate(plan):
        for ids, labels in batches(questions, tokenizer, args.batch, rng, taught(args.teacher, tokenizer, questions)):
            model.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids)
            loss = loss_of(logits.float(), labels)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step, seen = step + 1, seen + len(labels)
            losses.append(loss.item())
            if step % 50 == 0:
                print(f"step {step}/{total} loss {numpy.mean(losses[-50:]):.3f} {seen / (time.time() - began):.1f}/s", flush=True)
            if step % 400 == 0:
                torch.save(trained(model), args.output / "last.pt")
        report(model, tokenizer, dev, f"epoch {number + 1}")
    torch.save(trained(model), args.output / "last.pt")
    (args.output / "settings.json").write_text(json.dumps(vars(args), default=str, indent=2))


def report(model, tokenizer, dev, title):
    figures = {}
    for name, questions in dev.items():
        logits, labels = predict(model, questions, tokenizer)
        figures[name] = round(100 * f1_score(labels, logits.argmax(1), average="macro"), 1)
    print(f"{title} F1-macro {figures}", flush=True)


if __name__ == "__main__":
    main()
