using Gradus.Learning.Layers;

namespace Gradus.Learning.Models;

/// <summary>A convolutional network for small gray images: two convolutions, one pooling, two linear layers, dropout before each of these.</summary>
/// <remarks>Input [N, 1, 28, 28], output [N, classes] logits; 1,199,882 parameters for 10 classes, nearly all of them in the first linear layer.</remarks>
/// <param name="classes">The columns of the output.</param>
/// <param name="pooledDropout">The probability of a zero behind the pooling.</param>
/// <param name="hiddenDropout">The probability of a zero behind the hidden layer.</param>
public sealed class MnistCnn(int classes = 10, double pooledDropout = 0.25, double hiddenDropout = 0.5) : Sequential(
    new Conv2d(1, 32, 3),
    new ReLU(),
    new Conv2d(32, 64, 3),
    new ReLU(),
    new MaxPool2d(2),
    new Dropout(pooledDropout),
    new Flatten(),
    new Linear(64 * 12 * 12, 128),
    new ReLU(),
    new Dropout(hiddenDropout),
    new Linear(128, classes));
