"""A model file as what changed since another one: a hundredth of the weights trained anew must not cost a whole file of 100 MB.

The patch is what `zstd --patch-from=base.onnx` writes, and the job (`ModelFile.java`) or `zstd -d --patch-from=base.onnx --long=28` reads.
"""

from pathlib import Path

from backports import zstd

BASE = "base.onnx"
PATCH = "model.onnx.zst"


def patch(base: bytes, changed: bytes) -> bytes:
    """The changed file, told by what of the base stays."""
    options = {
        zstd.CompressionParameter.compression_level: 9,
        zstd.CompressionParameter.window_log: 28,  # over both files
        zstd.CompressionParameter.enable_long_distance_matching: 1,
        zstd.CompressionParameter.checksum_flag: 1,
    }
    return zstd.compress(changed, options=options, zstd_dict=zstd.ZstdDict(base, is_raw=True).as_prefix)


def whole(folder: Path, build: Path) -> Path:
    """The model file of a folder that the job ships, made in `build`."""
    made = build / "model.onnx"
    base = zstd.ZstdDict((folder / BASE).read_bytes(), is_raw=True)
    options = {zstd.DecompressionParameter.window_log_max: 28}
    made.write_bytes(zstd.decompress((folder / PATCH).read_bytes(), zstd_dict=base.as_prefix, options=options))
    return made
