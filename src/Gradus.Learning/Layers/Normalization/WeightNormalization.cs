namespace Gradus.Learning.Layers;

/// <summary>Weight normalization and spectral normalization of any module's parameter, PyTorch's <c>nn.utils.weight_norm</c> and <c>nn.utils.spectral_norm</c>.</summary>
public static class WeightNormalization
{
    extension<T>(T module)
        where T : Module
    {
        /// <summary>Trains length and direction of a weight apart (Salimans and Kingma, 2016): w = g v / ‖v‖. <c>new Linear(20, 40).WeightNorm()</c>.</summary>
        /// <remarks>In place of <c>weight</c> there are <c>weight_g</c>, the lengths, with sizes of 1 besides the axis, and <c>weight_v</c>. At first w is what it was.</remarks>
        /// <param name="name">The parameter; "weight" by default.</param>
        /// <param name="axis">The axis whose slices have a length each, 0 by default; null for one length of the whole.</param>
        /// <returns>The module itself.</returns>
        /// <exception cref="ArgumentException">The module has no such parameter of its own, or it has a rule already.</exception>
        public T WeightNorm(string name = "weight", int? axis = 0)
        {
            module.Rule(name, "_v", weight => new WeightNormRule(module, name, weight.Stored, axis));
            return module;
        }

        /// <summary>Makes a weight a parameter again, as it was computed last.</summary>
        /// <param name="name">The parameter; "weight" by default.</param>
        /// <returns>The module itself.</returns>
        /// <exception cref="ArgumentException">It is not weight-normalized.</exception>
        public T RemoveWeightNorm(string name = "weight")
        {
            module.Unrule<WeightNormRule>(name, "_v", name + "_g");
            return module;
        }

        /// <summary>Divides a weight by its largest singular value (Miyato et al., 2018), so that the layer's Lipschitz constant is 1. <c>new Linear(20, 40).SpectralNorm()</c>.</summary>
        /// <remarks>
        /// In place of <c>weight</c> there is <c>weight_orig</c>; buffers <c>weight_u</c> and <c>weight_v</c> hold the singular vectors, which a step of the power method brings nearer before each pass in training.
        /// </remarks>
        /// <param name="name">The parameter; "weight" by default.</param>
        /// <param name="powerIterations">Steps of the power method a pass; 1 by default.</param>
        /// <param name="epsilon">The least length that vectors are divided by.</param>
        /// <param name="axis">The axis of outputs; 0 by default, and 1 for transposed convolutions.</param>
        /// <returns>The module itself.</returns>
        /// <exception cref="ArgumentException">The module has no such parameter of its own, it has a rule already, or a number is too small.</exception>
        public T SpectralNorm(string name = "weight", int powerIterations = 1, double epsilon = 1e-12, int? axis = null)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(powerIterations, 1);
            ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
            int outputs = axis ?? (module is ConvTranspose1d or ConvTranspose2d ? 1 : 0);
            module.Rule(name, "_orig", weight => new SpectralNormRule(module, name, weight.Stored, powerIterations, epsilon, outputs));
            return module;
        }

        /// <summary>Makes a weight a parameter again, as it was computed last.</summary>
        /// <param name="name">The parameter; "weight" by default.</param>
        /// <returns>The module itself.</returns>
        /// <exception cref="ArgumentException">It is not spectrally normalized.</exception>
        public T RemoveSpectralNorm(string name = "weight")
        {
            module.Unrule<SpectralNormRule>(name, "_orig", name + "_u", name + "_v");
            return module;
        }
    }
}
