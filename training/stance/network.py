"""The encoder with one three-class head that reads the marked mention, its marked holder and the whole sentence."""

import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer, PreTrainedModel

BERT = {"<s>": "[CLS]", "</s>": "[SEP]", "<pad>": "[PAD]", "<unk>": "[UNK]"}  # its names for MPNet's special pieces; the words' are alike
SMOOTHING = 0.05  # of the labels that training aims at


class StanceNetwork(nn.Module):
    """MPNet (Song et al., NeurIPS 2020); the head pools the markers (Baldini Soares et al., ACL 2019) beside the mean of all tokens.

    One head answers three questions, told apart by the marks: 0 what the text conveys (target marked), 1 what the holder
    expresses (both marked), 2 the tone (nothing marked). Each question has its own calibration, a temperature and a shift of the
    classes (Guo et al., ICML 2017, vector scaling with one scale), which is part of the graph.
    """

    PAD = 1

    def __init__(self, encoder: PreTrainedModel, target_mark: int, holder_mark: int, dropout: float = 0.1):
        super().__init__()
        self.encoder = encoder
        self.target_mark, self.holder_mark = target_mark, holder_mark
        hidden = encoder.config.hidden_size
        self.dense = nn.Linear(3 * hidden, hidden)
        self.out = nn.Linear(hidden, 3)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("temperature", torch.ones(3))
        self.register_buffer("shift", torch.zeros(3, 3))

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        """Logits [batch, 3] of word-piece ids [batch, length]; the padding mask is computed from the ids."""
        mask = (input_ids != self.PAD).long()
        states = self.encoder(input_ids=input_ids, attention_mask=mask).last_hidden_state
        every = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * every).sum(1) / every.sum(1)
        at_target, targets = self.pool(states, input_ids == self.target_mark)
        at_holder, holders = self.pool(states, input_ids == self.holder_mark)
        pooled = torch.cat([mean, torch.where(targets > 0, at_target, mean), at_holder], dim=-1)
        hidden = torch.tanh(self.dense(self.dropout(pooled)))
        question = torch.where(holders > 0, 1, torch.where(targets > 0, 0, 2)).squeeze(1)
        return self.out(self.dropout(hidden)) / self.temperature[question].unsqueeze(-1) + self.shift[question]

    @staticmethod
    def pool(states, marked):
        """Mean state at the marks, zero where there are none, and their number."""
        at = marked.unsqueeze(-1).to(states.dtype)
        count = at.sum(1)
        return (states * at).sum(1) / count.clamp(min=1.0), count


class LowRank(nn.Module):
    """A linear map that stays as it is, and a learned one of low rank added to it (LoRA, Hu et al., ICLR 2022).

    `up @ down` starts at zero and is added to the weight for good when the model is exported, so that it costs nothing when the model runs.
    """

    SCALE = 2.0

    def __init__(self, linear: nn.Linear, rank: int, dropout: float = 0.05):
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.empty(rank, linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, rank))
        self.dropout = nn.Dropout(dropout)
        nn.init.kaiming_uniform_(self.down, a=5**0.5)

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        low = nn.functional.linear(self.dropout(states), self.down)
        return self.linear(states) + self.SCALE * nn.functional.linear(low, self.up)


def adapt(model: StanceNetwork, rank: int, lowest: int):
    """Leaves everything as it is but for adapters of the feed-forward maps from layer `lowest` on."""
    for parameter in model.parameters():
        parameter.requires_grad = False
    for module in model.modules():
        if isinstance(module, nn.Linear):
            module.bfloat16()  # as autocast would do, but once and not for each batch
    for number, layer in enumerate(model.encoder.encoder.layer):
        if number >= lowest:
            for part in ("intermediate", "output"):
                block = getattr(layer, part)
                block.dense = LowRank(block.dense, rank)


def prune(model: StanceNetwork, layers: int):
    """Leaves so many layers, evenly spread from the first to the last (Sajjad et al., Computer Speech & Language 2023)."""
    encoder = model.encoder.encoder
    last = len(encoder.layer) - 1
    encoder.layer = nn.ModuleList(encoder.layer[round(i * last / (layers - 1))] for i in range(layers))
    model.encoder.config.num_hidden_layers = layers


def load_encoder(source, vocabulary: list[str], copies: dict[str, str]) -> PreTrainedModel:
    """The pretrained encoder with the rows of `vocabulary` alone; `copies` starts a marker from a similar sign.

    Beside MPNet it can be one of BERT's kind, which was made for the same word pieces.
    """
    ids = AutoTokenizer.from_pretrained(source).get_vocab()
    encoder = AutoModel.from_pretrained(source, add_pooling_layer=False)
    names = copies | (BERT if encoder.config.model_type == "bert" else {})
    rows = torch.tensor([ids[names.get(piece, piece)] for piece in vocabulary])
    old = encoder.get_input_embeddings().weight.data
    table = nn.Embedding(len(vocabulary), old.shape[1], padding_idx=StanceNetwork.PAD)
    table.weight.data = old[rows].clone()
    encoder.set_input_embeddings(table)
    encoder.config.vocab_size = len(vocabulary)
    return encoder
