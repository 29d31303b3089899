"""face_recognition as one long-lived process: see face-answer.ts for what it answers.

The package's defaults: HOG detector with one enlargement, five-point alignment, dlib's ResNet-29.
The largest face is described.
"""

import json
import os
import resource
import sys
import time

# Libraries print to standard output; the answers go to a copy of it that only we know.
answers = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)

import io  # noqa: E402

import face_recognition  # noqa: E402


def write(message):
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def peak_rss_mib():
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts kibibytes, macOS bytes.
    return size / (1024 * 1024 if sys.platform == "darwin" else 1024)


def describe(picture):
    image = face_recognition.load_image_file(io.BytesIO(picture))
    places = face_recognition.face_locations(image)
    if not places:
        return {"refusal": "no face found"}
    largest = max(places, key=lambda place: (place[2] - place[0]) * (place[1] - place[3]))
    return {"vector": face_recognition.face_encodings(image, [largest])[0].tolist()}


def main():
    write({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        try:
            with open(request["path"], "rb") as file:
                picture = file.read()
            start, cpu = time.perf_counter(), time.process_time()
            found = describe(picture)
            answer = {
                "ms": (time.perf_counter() - start) * 1000,
                "cpuMs": (time.process_time() - cpu) * 1000,
                "peakRssMib": peak_rss_mib(),
                **found,
            }
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this picture's answer
            answer = {"error": f"{type(error).__name__}: {error}"}
        write({"id": request["id"], **answer})


main()
