using Gradus.Learning;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Generated;
using Gradus.Tensors;

namespace Gradus.Labs.Data;

/// <summary>From rows to tensors and back.</summary>
internal static class LabTensors
{
    /// <summary>Rows with the class of each as an Int64 label, as cross-entropy takes them.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>Inputs [N, F] and labels [N].</returns>
    public static TensorDataset Classes(GeneratedRows rows) =>
        new(Tensor.From(rows.Inputs, [rows.Rows, rows.Features]), Tensor.From(Array.ConvertAll(rows.Labels, label => (long)label), [rows.Rows]));

    /// <summary>Rows with the event of each as 0 or 1, as the binary loss takes them.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>Inputs [N, F] and targets [N, 1].</returns>
    public static TensorDataset Events(LabelledRows rows) =>
        new(Tensor.From(rows.Inputs, [rows.Count, rows.Features]), Tensor.From(Array.ConvertAll(rows.Labels, label => (float)label), [rows.Count, 1]));

    /// <summary>What a network says of rows in evaluation mode.</summary>
    /// <param name="model">The network.</param>
    /// <param name="inputs">Inputs [N, F].</param>
    /// <returns>The outputs, row after row.</returns>
    public static double[] Outputs(Layer model, Tensor inputs)
    {
        bool training = model.Training;
        model.Eval();
        using NoGrad quiet = NoGrad.Enter();
        using TensorScope scope = new();
        double[] outputs = model.Forward(inputs).ToArray<double>();
        model.Train(training);
        return outputs;
    }

    /// <summary>The share of rows whose largest output is that of their class.</summary>
    /// <param name="outputs">The outputs, row after row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <returns>The accuracy.</returns>
    public static double Accuracy(double[] outputs, int[] labels)
    {
        int classes = outputs.Length / labels.Length;
        int right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double[] scores = outputs[(row * classes)..((row + 1) * classes)];
            right += Array.IndexOf(scores, scores.Max()) == labels[row] ? 1 : 0;
        }

        return (double)right / labels.Length;
    }

    /// <summary>The cross-entropy of each row from its logits, in double.</summary>
    /// <param name="logits">The logits, row after row.</param>
    /// <param name="labels">The class of each row.</param>
    /// <returns>One loss a row, in nats.</returns>
    public static double[] CrossEntropies(double[] logits, int[] labels)
    {
        int classes = logits.Length / labels.Length;
        double[] losses = new double[labels.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> scores = logits.AsSpan(row * classes, classes);
            double largest = double.NegativeInfinity;
            foreach (double score in scores)
            {
                largest = Math.Max(largest, score);
            }

            double sum = 0;
            foreach (double score in scores)
            {
                sum += Math.Exp(score - largest);
            }

            losses[row] = largest + Math.Log(sum) - scores[labels[row]];
        }

        return losses;
    }
}
