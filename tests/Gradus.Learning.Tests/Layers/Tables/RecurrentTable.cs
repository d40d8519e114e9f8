using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers.Tables;

/// <summary>Recurrent layers.</summary>
internal static class RecurrentTable
{
    private static readonly Tensor Lengths = Tensor.From([4L, 2, 3]);

    internal static IReadOnlyList<LayerSpec> Rows { get; } =
    [
        new("RNN", () => new RNN(3, 4)) { Call = LayerSpec.With<RNN>(Run), Wrong = ([[5, 2, 4]], ["[5, 2, 4]", "[time, batch, 3]"]) },
        new("RNN relu deep", () => new RNN(3, 4, numLayers: 2, nonlinearity: "relu", batchFirst: true, bidirectional: true)) { Call = LayerSpec.With<RNN>(Run) },
        new("RNN unbatched", () => new RNN(3, 4, bias: false, bidirectional: true)) { Call = LayerSpec.With<RNN>(Run) },
        new("LSTM", () => new LSTM(3, 4)) { Call = LayerSpec.With<LSTM>(Run), Wrong = ([[5, 2, 4]], ["[5, 2, 4]", "[time, batch, 3]"]) },
        new("LSTM batch first", () => new LSTM(3, 4, batchFirst: true)) { Call = LayerSpec.With<LSTM>(Run) },
        new("LSTM deep", () => new LSTM(3, 4, numLayers: 2, bidirectional: true)) { Call = LayerSpec.With<LSTM>(Run), Wrong = ([[5, 2, 3], [2, 2, 4], [2, 2, 4]], ["[2, 2, 4]", "[4, 2, 4]"]) },
        new("LSTM lengths", () => new LSTM(3, 4, numLayers: 2, batchFirst: true, bidirectional: true)) { Call = LayerSpec.With<LSTM>((lstm, inputs) => Parts(lstm.Forward(inputs[0], null, Lengths))) },
        new("LSTM eval dropout", () => new LSTM(3, 4, numLayers: 2, dropout: 0.5)) { Call = LayerSpec.With<LSTM>(Run) },
        new("GRU", () => new GRU(3, 4)) { Call = LayerSpec.With<GRU>(Run), Wrong = ([[5, 2, 4]], ["[5, 2, 4]", "[time, batch, 3]"]) },
        new("GRU deep", () => new GRU(3, 4, numLayers: 3, batchFirst: true, bidirectional: true)) { Call = LayerSpec.With<GRU>(Run) },
        new("GRU lengths", () => new GRU(3, 4, bidirectional: true)) { Call = LayerSpec.With<GRU>((gru, inputs) => Parts(gru.Forward(inputs[0], null, Lengths))) },
        new("RNNCell", () => new RNNCell(3, 4)) { Call = LayerSpec.With<RNNCell>((cell, x) => [cell.Forward(x[0], x[1])]), Wrong = ([[2, 3], [2, 5]], ["[2, 5]", "[2, 4]"]) },
        new("RNNCell relu", () => new RNNCell(3, 4, bias: false, nonlinearity: "relu")) { Call = LayerSpec.With<RNNCell>((cell, x) => [cell.Forward(x[0])]), Wrong = ([[2]], ["[2]", "[batch, 3]"]) },
        new("LSTMCell", () => new LSTMCell(3, 4)) { Call = LayerSpec.With<LSTMCell>((cell, x) => Pair(cell.Forward(x[0], (x[1], x[2])))), Wrong = ([[2, 3], [2, 4], [3, 4]], ["[3, 4]", "[2, 4]"]) },
        new("LSTMCell alone", () => new LSTMCell(3, 4)) { Call = LayerSpec.With<LSTMCell>((cell, x) => Pair(cell.Forward(x[0]))) },
        new("GRUCell", () => new GRUCell(3, 4)) { Call = LayerSpec.With<GRUCell>((cell, x) => [cell.Forward(x[0], x[1])]), Wrong = ([[2, 2], [2, 4]], ["[2, 2]", "[batch, 3]"]) },
    ];

    private static IReadOnlyList<Tensor> Run(RNN rnn, IReadOnlyList<Tensor> inputs) => Parts(rnn.Forward(inputs[0], inputs.Count > 1 ? inputs[1] : null));

    private static IReadOnlyList<Tensor> Run(GRU gru, IReadOnlyList<Tensor> inputs) => Parts(gru.Forward(inputs[0], inputs.Count > 1 ? inputs[1] : null));

    private static IReadOnlyList<Tensor> Run(LSTM lstm, IReadOnlyList<Tensor> inputs) => Parts(lstm.Forward(inputs[0], inputs.Count > 2 ? (inputs[1], inputs[2]) : null));

    private static IReadOnlyList<Tensor> Parts((Tensor Output, Tensor Hidden) result) => [result.Output, result.Hidden];

    private static IReadOnlyList<Tensor> Parts((Tensor Output, (Tensor Hidden, Tensor Cell) State) result) => [result.Output, result.State.Hidden, result.State.Cell];

    private static IReadOnlyList<Tensor> Pair((Tensor Hidden, Tensor Cell) state) => [state.Hidden, state.Cell];
}
