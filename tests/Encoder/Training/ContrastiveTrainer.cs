using System.Numerics.Tensors;

namespace CareerRecs.Encoder;

/// <summary>
/// Trains rows so that the phrases of a pair come near and those of other pairs in the batch stay apart: InfoNCE in both
/// directions, Adagrad by row, and a pull of each touched row back to its start.
/// </summary>
public sealed class ContrastiveTrainer
{
    private readonly TrainingSettings _settings;
    private readonly float[][] _start;
    private readonly float[] _lengths;
    private readonly float[] _squares;
    private readonly float[]?[] _gradients;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];

    /// <summary>A trainer of a copy of the start rows.</summary>
    public ContrastiveTrainer(float[][] start, TrainingSettings settings)
    {
        _settings = settings;
        _start = start;
        Rows = [.. start.Select(row => row.ToArray())];
        _lengths = [.. start.Select(row => Math.Max(TensorPrimitives.Norm<float>(row), 1e-3f))];
        _squares = new float[start.Length];
        _gradients = new float[start.Length][];
        _isTouched = new bool[start.Length];
    }

    /// <summary>The rows as trained so far.</summary>
    public float[][] Rows { get; }

    /// <summary>Runs all epochs.</summary>
    public void Run(IReadOnlyList<PairSet> sets, int seed)
    {
        var random = new Random(seed);
        for (var epoch = 0; epoch < _settings.Epochs; epoch++)
        {
            var batches = sets.SelectMany(set => Batches(set, random)).ToArray();
            random.Shuffle(batches);
            var loss = 0d;
            for (var i = 0; i < batches.Length; i++)
            {
                var progress = (epoch + ((float)i / batches.Length)) / _settings.Epochs;
                loss += Step(batches[i], _settings.Rate * (1 - (0.9f * progress)));
                if (i % 100 == 99)
                {
                    Console.WriteLine($"batch {i + 1}, loss {loss / (i + 1):F3}");
                }
            }

            Console.WriteLine($"epoch {epoch + 1}: {batches.Length} batches, loss {loss / batches.Length:F3}");
        }
    }

    private IEnumerable<PairExample[]> Batches(PairSet set, Random random)
    {
        var pairs = set.Draw(random, set.PerEpoch).Where(pair => pair.IsUsable).ToArray();
        var half = pairs.Length / 2;
        // Half of the pairs meet their classification neighbours, the other half anybody.
        var order = pairs[..half].Select(p => p.Group).Distinct().ToDictionary(group => group, _ => random.Next());
        return [.. pairs[..half].OrderBy(p => order[p.Group]).Chunk(_settings.Batch), .. pairs[half..].Chunk(_settings.Batch)];
    }

    private double Step(PairExample[] batch, float rate)
    {
        var first = TextVectors.Encode(batch, pair => pair.First, Rows);
        var second = TextVectors.Encode(batch, pair => pair.Second, Rows);
        var (loss, firstGradients, secondGradients) = InfoNce.Compute(
            batch,
            first.Texts.Units,
            second.Texts.Units,
            _settings.Temperature
        );
        first.Backpropagate(firstGradients, Accumulate);
        second.Backpropagate(secondGradients, Accumulate);
        foreach (var row in _touched)
        {
            Update(row, rate);
        }

        _touched.Clear();
        return loss;
    }

    /// <summary>Adds the gradient of a phrase's sum to each of its rows.</summary>
    private void Accumulate(int[] rows, float[] gradient)
    {
        foreach (var row in rows)
        {
            if (!_isTouched[row])
            {
                _isTouched[row] = true;
                _touched.Add(row);
            }

            var sum = _gradients[row] ??= new float[gradient.Length];
            TensorPrimitives.Add(sum, gradient, sum);
        }
    }

    private void Update(int row, float rate)
    {
        var gradient = _gradients[row]!;
        var length = _lengths[row];
        // The gradient with respect to the row at unit start length: frequent words with small rows learn as fast as rare ones.
        _squares[row] += TensorPrimitives.SumOfSquares<float>(gradient) * length * length / gradient.Length;
        var step = -rate * length * length / (MathF.Sqrt(_squares[row]) + 1e-8f);
        var values = Rows[row];
        TensorPrimitives.MultiplyAdd(gradient, step, values, values);
        TensorPrimitives.Lerp(values, _start[row], _settings.Anchor, values);
        Array.Clear(gradient);
        _isTouched[row] = false;
    }
}
