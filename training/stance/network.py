"""The encoder with one three-class head that reads the marked mention and the whole sentence."""

import torch
from torch import nn
from transformers import MPNetModel


class StanceNetwork(nn.Module):
    """MPNet (Song et al., NeurIPS 2020); the head pools the markers (Baldini Soares et al., ACL 2019) beside the mean of all tokens."""

    PAD = 1

    def __init__(self, encoder: MPNetModel, marks: list[int], dropout: float = 0.1):
        super().__init__()
        self.encoder = encoder
        self.register_buffer("marks", torch.tensor(marks), persistent=True)
        hidden = encoder.config.hidden_size
        self.dense = nn.Linear(2 * hidden, hidden)
        self.out = nn.Linear(hidden, 3)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("temperature", torch.tensor(1.0), persistent=True)

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        """Logits [batch, 3] of word-piece ids [batch, length]; the padding mask is computed from the ids."""
        mask = (input_ids != self.PAD).long()
        states = self.encoder(input_ids=input_ids, attention_mask=mask).last_hidden_state
        every = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * every).sum(1) / every.sum(1)
        marked = (input_ids.unsqueeze(-1) == self.marks).any(-1).unsqueeze(-1).to(states.dtype)
        count = marked.sum(1)
        at_marks = (states * marked).sum(1) / count.clamp(min=1.0)
        pooled = torch.cat([mean, torch.where(count > 0, at_marks, mean)], dim=-1)
        hidden = torch.tanh(self.dense(self.dropout(pooled)))
        return self.out(self.dropout(hidden)) / self.temperature


def load_encoder(source, vocabulary: list[str], copies: dict[str, str]) -> MPNetModel:
    """The pretrained encoder with the rows of `vocabulary` alone; `copies` starts a marker from a similar sign."""
    from transformers import AutoTokenizer

    ids = AutoTokenizer.from_pretrained(source).get_vocab()
    encoder = MPNetModel.from_pretrained(source, add_pooling_layer=False)
    rows = torch.tensor([ids[copies.get(piece, piece)] for piece in vocabulary])
    old = encoder.get_input_embeddings().weight.data
    table = nn.Embedding(len(vocabulary), old.shape[1], padding_idx=1)
    table.weight.data = old[rows].clone()
    encoder.set_input_embeddings(table)
    encoder.config.vocab_size = len(vocabulary)
    return encoder
