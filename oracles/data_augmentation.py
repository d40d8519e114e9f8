#!/usr/bin/python3
"""Writes tests/Gradus.Learning.Tests/Fixtures/affine.json: images moved by PyTorch's affine_grid and grid_sample.

Needs PyTorch and NumPy (written with Debian's 1.13.0 and 1.24.2). Run it from the repository's root.
"""
import json
import math
import numpy as np
import torch
from torch.nn import functional as F

torch.manual_seed(20261126)
torch.set_default_dtype(torch.float64)


def case(angle, shift_x, shift_y, scale, shear, height, width, mode):
    image = torch.rand(1, 2, height, width).float().double()
    turn = math.radians(angle)
    rotation = np.array([[math.cos(turn), -math.sin(turn), 0], [math.sin(turn), math.cos(turn), 0], [0, 0, 1]])
    sheared = np.array([[1, -math.tan(math.radians(shear)), 0], [0, 1, 0], [0, 0, 1]])
    moved = np.array([[1, 0, shift_x], [0, 1, shift_y], [0, 0, 1]])
    back = np.linalg.inv(moved @ np.diag([scale, scale, 1]) @ rotation @ sheared)
    # From pixels about the centre to PyTorch's units, in which the image reaches from -1 to 1.
    to_pixels = np.diag([width / 2, height / 2, 1])
    theta = torch.tensor(np.linalg.inv(to_pixels) @ back @ to_pixels)[:2].unsqueeze(0)
    out = F.grid_sample(image, F.affine_grid(theta, image.shape, align_corners=False), mode=mode, padding_mode="zeros", align_corners=False)
    return {"angle": angle, "shiftX": shift_x, "shiftY": shift_y, "scale": scale, "shear": shear, "height": height, "width": width, "mode": mode,
            "image": image.flatten().tolist(), "moved": out.flatten().tolist()}


cases = [case(angle, x, y, scale, shear, height, width, mode)
         for mode in ("bilinear", "nearest")
         for (angle, x, y, scale, shear, height, width) in
         [(0, 0, 0, 1, 0, 4, 5), (90, 0, 0, 1, 0, 5, 5), (17.3, 0, 0, 1, 0, 6, 7), (0, 2, -1, 1, 0, 5, 6), (0, 0, 0, 1.37, 0, 6, 5), (0, 0, 0, 0.61, 0, 6, 5), (0, 0, 0, 1, 21.7, 5, 7), (-33.1, 1, 2, 0.83, 12.9, 7, 6)]]
with open("tests/Gradus.Learning.Tests/Fixtures/affine.json", "w") as file:
    json.dump({"torch": torch.__version__, "cases": cases}, file)
    file.write("\n")
