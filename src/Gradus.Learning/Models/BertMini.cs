namespace Gradus.Learning.Models;

/// <summary>A small Transformer encoder over tokens in the manner of BERT (Devlin et al., 2019): every place sees all others, and logits over the vocabulary stand at each, as for tokens that were masked.</summary>
/// <remarks>Input int64 or int32 [N, time], output [N, time, vocabulary]. With the defaults it has 661,992 parameters.</remarks>
/// <param name="vocabulary">How many tokens there are.</param>
/// <param name="length">The most tokens of a row.</param>
/// <param name="width">The features of a place.</param>
/// <param name="heads">Into how many heads attention cuts them.</param>
/// <param name="layers">How many blocks.</param>
/// <param name="hidden">The width of the hidden layers.</param>
/// <param name="dropout">The probability of a zero in what a block adds.</param>
public sealed class BertMini(int vocabulary = 1000, int length = 64, int width = 128, int heads = 4, int layers = 2, int hidden = 512, double dropout = 0.1)
    : TokenTransformer(vocabulary, length, width, heads, layers, hidden, dropout, causal: false);
