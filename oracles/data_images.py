#!/usr/bin/python3
"""Writes tests/Gradus.Learning.Tests/Fixtures/{png,netpbm,pictures}.json: images of every kind with the samples that they hold.

The PNGs are put together here from known pixels (struct and zlib alone), and Pillow must read the same pixels from them; others are written by Pillow. Conversion to gray is Pillow's,
other sizes are PyTorch's. Needs NumPy, Pillow and PyTorch (written with Debian's 1.24.2, 9.4.0 and 1.13.0). Run it from the repository's root.
"""
import base64
import io
import json
import struct
import zlib
import numpy as np
import torch
from PIL import Image

random = np.random.default_rng(20261126)
FOLDER = "tests/Gradus.Learning.Tests/Fixtures/"
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def packed_row(row, depth):
    """Pixels x samples to bytes."""
    values = row.flatten()
    if depth == 16:
        return b"".join(struct.pack(">H", int(v)) for v in values)
    if depth == 8:
        return bytes(int(v) for v in values)
    bits = "".join(format(int(v), f"0{depth}b") for v in values)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def filtered(row, above, kind, step):
    out = bytearray([kind])
    for i, value in enumerate(row):
        a = row[i - step] if i >= step else 0
        b = above[i]
        c = above[i - step] if i >= step else 0
        p = a + b - c
        paeth = min([(abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c)])[2]
        out.append((value - [0, a, b, (a + b) // 2, paeth][kind]) % 256)
    return bytes(out)


def encode(pixels, colour, depth, interlace, extra=b"", pieces=1):
    height, width = pixels.shape[:2]
    step = max(1, SAMPLES[colour] * depth // 8)
    raw, count = b"", 0
    for x, y, step_x, step_y in ADAM7 if interlace else [(0, 0, 1, 1)]:
        part = pixels[y::step_y, x::step_x]
        if part.shape[0] == 0 or part.shape[1] == 0:
            continue
        above = bytes(len(packed_row(part[0], depth)))
        for row in part:
            current = packed_row(row, depth)
            raw += filtered(current, above, count % 5, step)
            above, count = current, count + 1
    data = zlib.compress(raw, 9)
    cuts = [len(data) * i // pieces for i in range(pieces + 1)]
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)) + chunk(b"tEXt", b"Title\0probe") + extra
            + b"".join(chunk(b"IDAT", data[a:b]) for a, b in zip(cuts, cuts[1:])) + chunk(b"IEND", b""))


def case(name, file, expected, depth):
    height, width, channels = expected.shape
    return {"name": name, "file": base64.b64encode(file).decode(), "width": width, "height": height, "channels": channels, "depth": depth, "samples": [int(v) for v in expected.flatten()]}


def pillow(file, expected, depth):
    """Pillow must see the same; it keeps the higher 8 of 16 bits, save in plain gray."""
    image = Image.open(io.BytesIO(file))
    channels = expected.shape[2]
    if depth == 16 and channels == 1:
        seen = np.array(image, dtype=np.int64)[:, :, None]
        wanted = expected
    else:
        seen = np.array(image.convert({1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[channels]), dtype=np.int64).reshape(expected.shape)
        wanted = expected >> 8 if depth == 16 else expected
    assert np.array_equal(seen, wanted), (image.mode, seen[0], wanted[0])


cases = []
for colour, depths in ((0, (1, 2, 4, 8, 16)), (2, (8, 16)), (3, (1, 2, 4, 8)), (4, (8, 16)), (6, (8, 16))):
    for depth in depths:
        for interlace in (0, 1):
            for width, height in ((9, 7),) if not interlace else ((9, 7), (1, 1), (3, 2)):
                pixels = random.integers(0, 2 ** depth, (height, width, SAMPLES[colour]))
                extra, expected, out_depth = b"", pixels, 16 if depth == 16 else 8
                if colour == 0 and depth < 8:
                    expected = pixels * 255 // (2 ** depth - 1)
                if colour == 3:
                    palette = random.integers(0, 256, (2 ** depth, 3))
                    extra = chunk(b"PLTE", bytes(palette.flatten().tolist()))
                    expected = palette[pixels[:, :, 0]]
                file = encode(pixels, colour, depth, interlace, extra, pieces=1 + interlace * 2)
                pillow(file, expected, out_depth)
                cases.append(case(f"colour {colour} depth {depth} interlace {interlace} {width}x{height}", file, expected, out_depth))

for colour, depth in ((0, 1), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 2), (3, 8)):
    pixels = random.integers(0, min(2 ** depth, 300), (6, 5, SAMPLES[colour]))
    if colour == 3:
        palette = random.integers(0, 256, (2 ** depth, 3))
        opacity = random.integers(0, 256, max(1, 2 ** depth // 2))
        extra = chunk(b"PLTE", bytes(palette.flatten().tolist())) + chunk(b"tRNS", bytes(opacity.tolist()))
        full = np.concatenate([opacity, np.full(2 ** depth - len(opacity), 255)])
        expected = np.concatenate([palette[pixels[:, :, 0]], full[pixels]], axis=2)
    else:
        clear = pixels[2, 3]
        extra = chunk(b"tRNS", b"".join(struct.pack(">H", int(v)) for v in clear))
        most = 65535 if depth == 16 else 255
        opacity = np.where((pixels == clear).all(axis=2, keepdims=True), 0, most)
        shown = pixels * 255 // (2 ** depth - 1) if depth < 8 else pixels
        expected = np.concatenate([shown, opacity], axis=2)
    file = encode(pixels, colour, depth, 0, extra)
    if depth < 16 and not (colour == 0 and depth < 8):
        pillow(file, expected, 8)
    cases.append(case(f"transparent colour {colour} depth {depth}", file, expected, 16 if depth == 16 else 8))

for mode, channels in (("L", 1), ("LA", 2), ("RGB", 3), ("RGBA", 4), ("1", 1), ("P", 3), ("I;16", 1)):
    shape = (12, 13) if channels == 1 or mode == "P" else (12, 13, channels)
    smooth = (np.add.outer(np.arange(12) * 9, np.arange(13) * 7)[..., None] + np.arange(4) * 20 + random.integers(0, 4, (12, 13, 4))) % 256
    if mode == "I;16":
        values = smooth[:, :, 0].astype(np.uint16) * 257 + 3
        image = Image.fromarray(values, "I;16")
        expected = values[:, :, None].astype(np.int64)
    elif mode == "1":
        values = random.integers(0, 2, (12, 13))
        image = Image.fromarray((values * 255).astype(np.uint8)).convert("1", dither=Image.Dither.NONE)
        expected = values[:, :, None] * 255
    elif mode == "P":
        image = Image.fromarray(smooth[:, :, :3].astype(np.uint8), "RGB").quantize(17)
        expected = np.array(image.convert("RGB"), dtype=np.int64)
    else:
        values = smooth[:, :, :channels] if channels > 1 else smooth[:, :, 0]
        image = Image.fromarray(values.astype(np.uint8), mode)
        expected = values.reshape(12, 13, channels)
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    cases.append(case(f"Pillow {mode}", stream.getvalue(), expected, 16 if mode == "I;16" else 8))

with open(FOLDER + "png.json", "w") as file:
    json.dump({"pillow": Image.__version__, "numpy": np.__version__, "cases": cases}, file)
    file.write("\n")

# --- Netpbm -----------------------------------------------------------------------------------------------------------
cases = []
for mode, form in (("L", "PGM"), ("RGB", "PPM"), ("1", "PBM")):
    values = random.integers(0, 256, (5, 11, 3) if mode == "RGB" else (5, 11))
    image = Image.fromarray(values.astype(np.uint8), "RGB" if mode == "RGB" else "L")
    image = image.convert("1", dither=Image.Dither.NONE) if mode == "1" else image
    stream = io.BytesIO()
    image.save(stream, "PPM")
    expected = np.array(image.convert("RGB" if mode == "RGB" else "L"), dtype=np.int64).reshape(5, 11, -1)
    cases.append(case(f"Pillow {form}", stream.getvalue(), expected, 8))
values = random.integers(0, 1001, (3, 4))
text = "P2\n# of a thousand\n4 3 # wide and high\n1000\n" + "\n".join(" ".join(str(v) for v in row) for row in values) + "\n"
cases.append(case("P2 of 1000", text.encode(), np.floor(values * 65535 / 1000 + 0.5).astype(np.int64)[:, :, None], 16))
values = random.integers(0, 16, (2, 3, 3))
cases.append(case("P3 of 15", ("P3 3 2 15\n" + " ".join(str(v) for v in values.flatten())).encode(), values * 17, 8))
values = random.integers(0, 65536, (3, 2))
cases.append(case("P5 of 65535", b"P5 2 3 65535\n" + b"".join(struct.pack(">H", int(v)) for v in values.flatten()), values[:, :, None], 16))
cases.append(case("P1", b"P1\n3 2\n# close together\n1 01\n0\n10", np.array([[[0], [255], [0]], [[255], [0], [255]]]), 8))
with open(FOLDER + "netpbm.json", "w") as file:
    json.dump({"pillow": Image.__version__, "cases": cases}, file)
    file.write("\n")

# --- gray and other sizes ---------------------------------------------------------------------------------------------
cases = []
rgb = random.integers(0, 256, (16, 16, 3))
gray = np.array(Image.fromarray(rgb.astype(np.uint8), "RGB").convert("L"), dtype=np.int64)
cases.append({"name": "gray", "width": 16, "height": 16, "channels": 3, "samples": rgb.flatten().tolist(), "newWidth": 16, "newHeight": 16, "expected": gray.flatten().tolist()})
for (height, width), (new_height, new_width) in (((8, 9), (4, 3)), ((5, 4), (10, 12)), ((7, 11), (5, 13)), ((28, 28), (12, 12)), ((3, 3), (1, 1))):
    values = random.integers(0, 256, (height, width, 2))
    tensor = torch.tensor(values, dtype=torch.float64).permute(2, 0, 1).unsqueeze(0)
    out = torch.nn.functional.interpolate(tensor, (new_height, new_width), mode="bilinear", antialias=True)[0].permute(1, 2, 0)
    cases.append({"name": f"{height}x{width} to {new_height}x{new_width}", "width": width, "height": height, "channels": 2, "samples": values.flatten().tolist(),
                  "newWidth": new_width, "newHeight": new_height, "expected": out.flatten().tolist()})
with open(FOLDER + "pictures.json", "w") as file:
    json.dump({"torch": torch.__version__, "cases": cases}, file)
    file.write("\n")
