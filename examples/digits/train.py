#!/usr/bin/env python3
"""Trains a small convolutional network on scikit-learn's handwritten digits.

Writes, into this folder:
  digits.relay           the network as Relay text (0.0.5, NCHW)
  digits.params          its weights, a TVM parameter file
  heldout_images.npy     the images that training never saw, uint8, 0 to 16
  heldout_labels.npy     what they show, uint8

Needs numpy and scikit-learn (for the data alone); TVM is not needed. The seed
is fixed: the same versions of the two give the same files on the same machine.
"""

import pathlib
import struct

import numpy as np
from sklearn.datasets import load_digits

SEED = 20
HELD_OUT = 450
EPOCHS = 60
BATCH = 32
RATE = 2e-3

# The network: two 3x3 convolutions with relu and 2x2 max pooling, one dense
# layer. Weights are OIHW and (units, inputs), as importers make them.
SHAPES = {
    "conv1_weight": (16, 1, 3, 3),
    "conv1_bias": (16,),
    "conv2_weight": (32, 16, 3, 3),
    "conv2_bias": (32,),
    "fc_weight": (10, 128),
    "fc_bias": (10,),
}

RELAY = """#[version = "0.0.5"]
def @main(%data: Tensor[(1, 1, 8, 8), float32], {parameters}, \
output_tensor_names=["probabilities"]) -> Tensor[(1, 10), float32] {{
  %0 = nn.conv2d(%data, %conv1_weight, padding=[1, 1, 1, 1], channels=16, kernel_size=[3, 3]);
  %1 = nn.bias_add(%0, %conv1_bias);
  %2 = nn.relu(%1);
  %3 = nn.max_pool2d(%2, pool_size=[2, 2], strides=[2, 2], padding=[0, 0, 0, 0]);
  %4 = nn.conv2d(%3, %conv2_weight, padding=[1, 1, 1, 1], channels=32, kernel_size=[3, 3]);
  %5 = nn.bias_add(%4, %conv2_bias);
  %6 = nn.relu(%5);
  %7 = nn.max_pool2d(%6, pool_size=[2, 2], strides=[2, 2], padding=[0, 0, 0, 0]);
  %8 = nn.batch_flatten(%7);
  %9 = nn.dense(%8, %fc_weight, units=10);
  %10 = nn.bias_add(%9, %fc_bias);
  nn.softmax(%10)
}}
"""


def initial_parameters(rng):
    """He initialisation: keeps the activations' variance through relu."""
    parameters = {}
    for name, shape in SHAPES.items():
        if name.endswith("bias"):
            parameters[name] = np.zeros(shape, np.float32)
        else:
            deviation = np.sqrt(2.0 / np.prod(shape[1:]))
            parameters[name] = rng.normal(0, deviation, shape).astype(np.float32)
    return parameters


def patches(images):
    """Every 3x3 neighbourhood, zero padded: (N, C, H, W, 3, 3)."""
    padded = np.pad(images, ((0, 0), (0, 0), (1, 1), (1, 1)))
    return np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))


def conv_forward(images, weight, bias):
    windows = patches(images)
    sums = np.tensordot(windows, weight, axes=([1, 4, 5], [1, 2, 3]))
    return sums.transpose(0, 3, 1, 2) + bias[:, None, None], windows


def conv_backward(gradient, windows, weight):
    """Gradients of the weight, the bias and the input."""
    weight_gradient = np.tensordot(gradient, windows, axes=([0, 2, 3], [0, 2, 3]))
    flipped = weight[:, :, ::-1, ::-1]
    input_gradient = np.tensordot(
        patches(gradient), flipped, axes=([1, 4, 5], [0, 2, 3]))
    return (weight_gradient, gradient.sum(axis=(0, 2, 3)),
            input_gradient.transpose(0, 3, 1, 2))


def pool_forward(images):
    n, c, h, w = images.shape
    blocks = images.reshape(n, c, h // 2, 2, w // 2, 2)
    largest = blocks.max(axis=(3, 5))
    chosen = blocks == largest[:, :, :, None, :, None]
    return largest, chosen / chosen.sum(axis=(3, 5), keepdims=True)


def pool_backward(gradient, share):
    n, c, h, _, w, _ = share.shape
    spread = share * gradient[:, :, :, None, :, None]
    return spread.reshape(n, c, 2 * h, 2 * w)


def forward(p, images):
    """Probabilities, and what the gradients need."""
    conv1, windows1 = conv_forward(images, p["conv1_weight"], p["conv1_bias"])
    pool1, share1 = pool_forward(np.maximum(conv1, 0))
    conv2, windows2 = conv_forward(pool1, p["conv2_weight"], p["conv2_bias"])
    pool2, share2 = pool_forward(np.maximum(conv2, 0))
    flat = pool2.reshape(len(images), -1)
    logits = flat @ p["fc_weight"].T + p["fc_bias"]
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    return probabilities, (conv1, windows1, share1, conv2, windows2, share2, flat)


def gradients(p, images, labels):
    """Gradients of the mean cross entropy."""
    probabilities, saved = forward(p, images)
    conv1, windows1, share1, conv2, windows2, share2, flat = saved
    logits = probabilities - np.eye(10, dtype=np.float32)[labels]
    logits /= len(images)
    g = {"fc_weight": logits.T @ flat, "fc_bias": logits.sum(axis=0)}
    pool2 = (logits @ p["fc_weight"]).reshape(len(images), 32, 2, 2)
    relu2 = pool_backward(pool2, share2) * (conv2 > 0)
    g["conv2_weight"], g["conv2_bias"], pool1 = conv_backward(
        relu2, windows2, p["conv2_weight"])
    relu1 = pool_backward(pool1, share1) * (conv1 > 0)
    g["conv1_weight"], g["conv1_bias"], _ = conv_backward(
        relu1, windows1, p["conv1_weight"])
    return g


def train(p, images, labels, rng):
    """Adam with a cosine learning rate."""
    mean = {k: np.zeros_like(v) for k, v in p.items()}
    square = {k: np.zeros_like(v) for k, v in p.items()}
    steps = EPOCHS * (len(images) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(images))
        for start in range(0, len(images) - BATCH + 1, BATCH):
            batch = order[start:start + BATCH]
            step += 1
            rate = RATE * 0.5 * (1 + np.cos(np.pi * step / steps))
            for k, g in gradients(p, images[batch], labels[batch]).items():
                mean[k] = 0.9 * mean[k] + 0.1 * g
                square[k] = 0.999 * square[k] + 0.001 * g * g
                estimate = mean[k] / (1 - 0.9**step)
                spread = np.sqrt(square[k] / (1 - 0.999**step))
                p[k] = (p[k] - rate * estimate / (spread + 1e-8)).astype(np.float32)


def accuracy(p, images, labels):
    return float((forward(p, images)[0].argmax(axis=1) == labels).mean())


def relay_text():
    def tensor(shape):
        inner = ", ".join(map(str, shape))
        return f"Tensor[({inner}{',' if len(shape) == 1 else ''}), float32]"

    parameters = ", ".join(f"%{k}: {tensor(v)}" for k, v in SHAPES.items())
    return RELAY.format(parameters=parameters)


def ndarray_bytes(array):
    """An array as TVM stores it."""
    array = np.asarray(array)
    data = np.ascontiguousarray(array, array.dtype.newbyteorder("<")).tobytes()
    cpu, code, bits, lanes = 1, {"i": 0, "f": 2}[array.dtype.kind], 8 * array.itemsize, 1
    return b"".join([
        struct.pack("<QQiiiBBH", 0xDD5E40F096B4A13F, 0, cpu, 0, array.ndim, code, bits,
                    lanes),
        struct.pack(f"<{array.ndim}q", *array.shape),
        struct.pack("<q", len(data)), data])


def params_bytes(p):
    """TVM's parameter file: names, then arrays in the same order."""
    out = [struct.pack("<QQQ", 0xF7E58D4F05049CB7, 0, len(p))]
    for name in p:
        out.append(struct.pack("<Q", len(name)) + name.encode())
    out.append(struct.pack("<Q", len(p)))
    out.extend(ndarray_bytes(array) for array in p.values())
    return b"".join(out)


def load_data(rng):
    """Images (N, 1, 8, 8) from 0 to 1, what they show, and which of them are held out
    and which are seen. The split is the generator's first use: the same seed, the same
    split."""
    digits = load_digits()
    order = rng.permutation(len(digits.images))
    images = (digits.images[:, None] / 16).astype(np.float32)
    return images, digits.target, order[:HELD_OUT], order[HELD_OUT:]


def main():
    folder = pathlib.Path(__file__).resolve().parent
    rng = np.random.RandomState(SEED)
    images, labels, held_out, seen = load_data(rng)
    p = initial_parameters(rng)
    train(p, images[seen], labels[seen], rng)
    print(f"{len(seen)} training images: {accuracy(p, images[seen], labels[seen]):.2%}")
    print(f"{HELD_OUT} held-out images: "
          f"{accuracy(p, images[held_out], labels[held_out]):.2%}")

    (folder / "digits.relay").write_text(relay_text())
    (folder / "digits.params").write_bytes(params_bytes(p))
    np.save(folder / "heldout_images.npy", (16 * images[held_out, 0]).astype(np.uint8))
    np.save(folder / "heldout_labels.npy", labels[held_out].astype(np.uint8))


if __name__ == "__main__":
    main()
