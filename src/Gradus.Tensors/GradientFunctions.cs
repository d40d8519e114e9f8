namespace Gradus.Tensors;

/// <summary>Derivatives of functions at a point: Jacobian and Hessian matrices and their products with vectors, as in <c>torch.autograd.functional</c>.</summary>
/// <remarks>The points need not require gradients and are not changed; with createGraph the derivatives can be differentiated with respect to points that do.</remarks>
public static class GradientFunctions
{
    extension(Gradient)
    {
        /// <summary>vᵀ J: the gradient of ⟨v, f(x)⟩ with respect to each input.</summary>
        /// <param name="function">f, of the inputs to one tensor.</param>
        /// <param name="inputs">x, floating-point.</param>
        /// <param name="vector">v, of the shape of f(x); 1 by default, which needs one element.</param>
        /// <param name="createGraph">Records the computation.</param>
        /// <returns>f(x), and a tensor like each input.</returns>
        public static (Tensor Value, Tensor[] Product) VectorJacobianProduct(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, Tensor? vector = null, bool createGraph = false)
        {
            ArgumentNullException.ThrowIfNull(function);
            Tensor[] points = Points(inputs, createGraph);
            Tensor value = Value(function, points);
            Tensor[] product = value.RequiresGrad ? Gradient.Of(value, points, vector, createGraph) : Zeros(points);
            return (createGraph ? value : value.Detach(), product);
        }

        /// <summary>J v: the derivative of f(x + t v) at t = 0, by two passes: vᵀJ is linear in v, and its gradient with respect to v is J.</summary>
        /// <remarks>Every operator of f needs a gradient of its gradient.</remarks>
        /// <param name="function">f, of the inputs to one tensor.</param>
        /// <param name="inputs">x, floating-point.</param>
        /// <param name="vectors">v, one like each input.</param>
        /// <param name="createGraph">Records the computation.</param>
        /// <returns>f(x), and a tensor like it.</returns>
        /// <exception cref="ArgumentException">A vector is not like its input.</exception>
        public static (Tensor Value, Tensor Product) JacobianVectorProduct(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> vectors, bool createGraph = false)
        {
            ArgumentNullException.ThrowIfNull(function);
            Demand(inputs, vectors);
            Tensor[] points = Points(inputs, createGraph);
            Tensor value = Value(function, points);
            Tensor result = createGraph ? value : value.Detach();
            if (!value.RequiresGrad)
            {
                return (result, Tensor.ZerosLike(result));
            }

            Tensor dummy = Tensor.Zeros(value.DType, value.Shape);
            dummy.RequiresGrad = true;
            Tensor[] rows = Gradient.Of(value, points, dummy, createGraph: true);
            return (result, Product(rows, [dummy], vectors, createGraph)[0]);
        }

        /// <summary>H v: the Hessian of a function of one value times a vector, without the Hessian: the gradient of ⟨∇f(x), v⟩. Pearlmutter (1994).</summary>
        /// <param name="function">f, of the inputs to a tensor of one element.</param>
        /// <param name="inputs">x, floating-point.</param>
        /// <param name="vectors">v, one like each input.</param>
        /// <param name="createGraph">Records the computation.</param>
        /// <returns>f(x), and a tensor like each input.</returns>
        /// <exception cref="ArgumentException">A vector is not like its input.</exception>
        public static (Tensor Value, Tensor[] Product) HessianVectorProduct(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> vectors, bool createGraph = false)
        {
            ArgumentNullException.ThrowIfNull(function);
            Demand(inputs, vectors);
            Tensor[] points = Points(inputs, createGraph);
            Tensor value = Value(function, points);
            Tensor[] first = value.RequiresGrad ? Gradient.Of(value, points, createGraph: true) : Zeros(points);
            return (createGraph ? value : value.Detach(), Product(first, points, vectors, createGraph));
        }

        /// <summary>The Jacobian: ∂f(x)ᵢ / ∂xⱼ for every element, a pass for each element of f(x).</summary>
        /// <param name="function">f, of the inputs to one tensor.</param>
        /// <param name="inputs">x, floating-point.</param>
        /// <param name="createGraph">Records the computation.</param>
        /// <returns>For each input a tensor whose shape is that of f(x) followed by that of the input.</returns>
        public static Tensor[] Jacobian(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, bool createGraph = false)
        {
            ArgumentNullException.ThrowIfNull(function);
            Tensor[] points = Points(inputs, createGraph);
            return Rows(Value(function, points), points, createGraph);
        }

        /// <summary>The Jacobian of a function of one tensor.</summary>
        /// <param name="function">f.</param>
        /// <param name="input">x, floating-point.</param>
        /// <param name="createGraph">Records the computation.</param>
        /// <returns>A tensor whose shape is that of f(x) followed by that of x.</returns>
        public static Tensor Jacobian(Func<Tensor, Tensor> function, Tensor input, bool createGraph = false)
        {
            ArgumentNullException.ThrowIfNull(function);
            ArgumentNullException.ThrowIfNull(input);
            return Jacobian(points => function(points[0]), [input], createGraph)[0];
        }

        /// <summary>The Hessian of a function of one value: ∂²f / ∂xᵢ ∂xⱼ for every pair of elements, the Jacobian of the gradient.</summary>
        /// <param name="function">f, of the inputs to a tensor of one element.</param>
        /// <param name="inputs">x, floating-point.</param>
        /// <param name="createGraph">Records the computation.</param>
        /// <returns>A block for each pair of inputs, of the first's shape followed by the second's.</returns>
        public static Tensor[][] Hessian(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, bool createGraph = false)
        {
            ArgumentNullException.ThrowIfNull(function);
            Tensor[] points = Points(inputs, createGraph);
            Tensor value = Value(function, points);
            Tensor[] first = value.RequiresGrad ? Gradient.Of(value, points, createGraph: true) : Zeros(points);
            return Array.ConvertAll(first, gradient => Rows(gradient, points, createGraph));
        }

        /// <summary>The Hessian of a function of one tensor.</summary>
        /// <param name="function">f, to a tensor of one element.</param>
        /// <param name="input">x, floating-point.</param>
        /// <param name="createGraph">Records the computation.</param>
        /// <returns>A tensor whose shape is that of x twice.</returns>
        public static Tensor Hessian(Func<Tensor, Tensor> function, Tensor input, bool createGraph = false)
        {
            ArgumentNullException.ThrowIfNull(function);
            ArgumentNullException.ThrowIfNull(input);
            return Hessian(points => function(points[0]), [input], createGraph)[0][0];
        }
    }

    private static Tensor[] Points(IReadOnlyList<Tensor> inputs, bool createGraph)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Tensor[] points = new Tensor[inputs.Count];
        for (int i = 0; i < points.Length; i++)
        {
            // A view of its own, so that what else was computed from the input plays no part.
            bool connected = createGraph && inputs[i].RequiresGrad;
            points[i] = connected ? inputs[i].Reshape(inputs[i].Shape) : inputs[i].Detach();
            points[i].RequiresGrad = true;
        }

        return points;
    }

    private static Tensor Value(Func<IReadOnlyList<Tensor>, Tensor> function, Tensor[] points)
    {
        using NoGrad recording = NoGrad.Exit();
        return function(points);
    }

    private static Tensor[] Zeros(Tensor[] like) => Array.ConvertAll(like, Tensor.ZerosLike);

    /// <summary>The gradient of Σ ⟨outputs, vectors⟩ with respect to inputs; outputs that depend on nothing add nothing.</summary>
    private static Tensor[] Product(Tensor[] outputs, Tensor[] inputs, IReadOnlyList<Tensor> vectors, bool createGraph)
    {
        int[] used = [.. Enumerable.Range(0, outputs.Length).Where(i => outputs[i].RequiresGrad)];
        return used.Length == 0 ? Zeros(inputs) : Gradient.Of([.. used.Select(i => outputs[i])], inputs, [.. used.Select(i => vectors[i])], createGraph);
    }

    private static Tensor[] Rows(Tensor value, Tensor[] points, bool createGraph)
    {
        List<Tensor>[] rows = Array.ConvertAll(points, _ => new List<Tensor>(value.ElementCount));
        for (int element = 0; element < value.ElementCount; element++)
        {
            Tensor vector = Tensor.Zeros(value.DType, value.Shape);
            using (NoGrad.Enter())
            {
                vector.Reshape(-1).Narrow(0, element, 1).Fill(1);
            }

            Tensor[] gradients = value.RequiresGrad ? Gradient.Of(value, points, vector, createGraph) : Zeros(points);
            for (int i = 0; i < points.Length; i++)
            {
                rows[i].Add(gradients[i].Reshape(1, -1));
            }
        }

        Tensor[] result = new Tensor[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            int[] shape = [.. value.Shape, .. points[i].Shape];
            result[i] = value.ElementCount == 0 ? Tensor.Zeros(value.DType, shape) : Tensor.Cat([.. rows[i]]).Reshape(shape);
        }

        return result;
    }

    private static void Demand(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> vectors)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(vectors);
        bool alike = inputs.Count == vectors.Count;
        for (int i = 0; alike && i < inputs.Count; i++)
        {
            alike = inputs[i].DType == vectors[i].DType && inputs[i].Shape.SequenceEqual(vectors[i].Shape);
        }

        if (!alike)
        {
            string wanted = string.Join(", ", inputs.Select(Describe)), got = string.Join(", ", vectors.Select(Describe));
            throw new ArgumentException($"The product with a vector needs one like each input: {wanted}; got {got}.", nameof(vectors));
        }
    }

    private static string Describe(Tensor tensor) => $"{tensor.DType} {Shapes.ShapeMath.Format(tensor.Sizes)}";
}
