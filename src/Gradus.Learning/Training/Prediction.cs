using Gradus.Learning.Data;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>What a trained network says of many rows.</summary>
public static class Prediction
{
    extension(Layer model)
    {
        /// <summary>Computes the outputs of all rows, batch by batch: in evaluation mode, without recording, with the memory of one batch beside the outputs, which are held twice at the end. The mode of each part is put back afterwards.</summary>
        /// <param name="rows">The rows; their targets are not looked at.</param>
        /// <param name="batchSize">Rows of a batch.</param>
        /// <returns>The outputs in the order of the rows, [N, ...].</returns>
        /// <exception cref="ArgumentException">There is no row, the batch has none, or the network does not take such inputs.</exception>
        public Tensor Predict(Dataset rows, int batchSize = 256)
        {
            ArgumentNullException.ThrowIfNull(model);
            DataLoader batches = new(rows, batchSize);
            using KeptModes modes = KeptModes.Evaluate(model);
            using NoGrad quiet = NoGrad.Enter();
            List<Tensor> outputs = new(batches.BatchCount);
            foreach (int place in Enumerable.Range(0, batches.BatchCount))
            {
                using TensorScope scope = new();
                outputs.Add(model.Forward(batches.Take(0, place).Inputs).Keep());
            }

            return Tensor.Cat(outputs, 0);
        }
    }
}
