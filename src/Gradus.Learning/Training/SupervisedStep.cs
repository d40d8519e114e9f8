using Gradus.Learning.Data;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>The step and the validation of one model with one loss.</summary>
internal sealed class SupervisedStep
{
    private readonly Layer _model;
    private readonly Func<Tensor, Tensor, Tensor> _loss;
    private readonly Func<Tensor, Tensor, double?>? _metric;

    internal SupervisedStep(Layer model, Func<Tensor, Tensor, Tensor> loss, Func<Tensor, Tensor, double?>? metric)
    {
        ArgumentNullException.ThrowIfNull(loss);
        (_model, _loss, _metric) = (model, loss, metric);
    }

    internal void Run(TrainingStep step) => step.Update(_loss(_model.Forward(step.Batch.Inputs), step.Batch.Targets));

    internal void Probe(TrainingStep step) => _model.Forward(step.Batch.Inputs);

    internal ValidationFigures Validate(DataLoader loader, CancellationToken cancellationToken)
    {
        double sum = 0;
        List<Tensor> outputs = [];
        List<Tensor> targets = [];
        for (int place = 0; place < loader.BatchCount; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using TensorScope scope = new();
            Batch batch = loader.Take(0, place);
            Tensor output = _model.Forward(batch.Inputs);
            sum += _loss(output, batch.Targets).Item() * batch.Inputs.Shape[0];
            if (_metric is not null)
            {
                outputs.Add(output.Keep());
                targets.Add(batch.Targets.Keep());
            }
        }

        return new ValidationFigures(sum / loader.RowCount, _metric?.Invoke(Tensor.Cat(outputs, 0), Tensor.Cat(targets, 0)));
    }
}
