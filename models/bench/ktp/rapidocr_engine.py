"""RapidOCR as one long-lived process: see engine-answer.ts for what it answers.

Default networks and settings of the release; `no-cls` leaves out the per-line upright classifier.
"""

import json
import os
import resource
import sys
import time

# Libraries print to standard output; the answers go to a copy of it that only we know.
answers = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)

import cv2  # noqa: E402
from rapidocr import RapidOCR  # noqa: E402

THREADS = 2


def write(message):
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def peak_rss_mib():
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts kibibytes, macOS bytes.
    return size / (1024 * 1024 if sys.platform == "darwin" else 1024)


def lines_of(result):
    if result.boxes is None or result.txts is None:
        return []
    return [
        {"text": text, "confidence": float(score), "quad": [[float(x), float(y)] for x, y in box]}
        for box, text, score in zip(result.boxes, result.txts, result.scores)
    ]


def main():
    cv2.setNumThreads(THREADS)
    engine = RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": "no-cls" not in sys.argv[1:],
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
    write({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        try:
            with open(request["path"], "rb") as file:
                picture = file.read()
            start, cpu = time.perf_counter(), time.process_time()
            lines = lines_of(engine(picture))
            answer = {
                "ms": (time.perf_counter() - start) * 1000,
                "cpuMs": (time.process_time() - cpu) * 1000,
                "peakRssMib": peak_rss_mib(),
                "lines": lines,
            }
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this picture's answer
            answer = {"error": f"{type(error).__name__}: {error}"}
        write({"id": request["id"], **answer})


main()
