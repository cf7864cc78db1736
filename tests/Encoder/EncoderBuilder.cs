using System.Numerics.Tensors;
using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>Files and folders that the encoder is made from, besides the taxonomies.</summary>
/// <param name="Words">Folder of SCOWL's word lists.</param>
/// <param name="WordNet">Folder of WordNet's database.</param>
/// <param name="Catalog">Folder of the built-in catalog.</param>
/// <param name="Cache">File that keeps vectors of the start model between runs.</param>
public sealed record BuilderSources(string Words, string WordNet, string Catalog, string Cache);

/// <summary>Makes an encoder: vocabulary, start rows, training, letter runs, 8 bits.</summary>
public sealed class EncoderBuilder(Taxonomies taxonomies, EncoderChecks checks, HeldOut heldOut, TrainingSettings settings)
{
    private const int Words = 29000;
    private const int Dimensions = 256;
    private const int Buckets = 15000;

    /// <summary>The trained encoder; prints the checks of the start and of the result.</summary>
    public EncoderTable Build(BuilderSources sources)
    {
        var common = CommonWords.Load(sources.Words, MiniLmStart.ReadVocabulary());
        var catalog = Directory.GetFiles(sources.Catalog, "*.json", SearchOption.AllDirectories).Order().Select(File.ReadAllText);
        var wanted = catalog.Concat(taxonomies.Occupations.SelectMany(heldOut.TrainedPhrases));
        var vocabulary = VocabularyBuilder.Build(taxonomies.Phrases(), wanted, common, Words);
        var vectors = new MiniLmStart(sources.Cache).Encode(vocabulary.Select(unit => unit.Surface));
        var start = StartRows.Build(vocabulary, vectors, Dimensions);
        var units = new UnitTable([.. vocabulary.Select(unit => unit.Key)]);
        var senses = WordNetFiles.Load(sources.WordNet).ToArray();
        var sets = new PairSets(taxonomies, senses, units, heldOut).Build();
        checks.Print("start", EncoderChecks.Over(Finish(units, start)));

        var mean = start.Select(row => new float[row.Length]).ToArray();
        for (var seed = 1; seed <= settings.Seeds; seed++)
        {
            var trainer = new ContrastiveTrainer(start, settings);
            trainer.Run(sets, seed);
            AddShare(trainer.Rows, 1f / settings.Seeds, mean);
        }

        var table = Finish(units, Mix(start, mean, settings.Share));
        checks.Print("trained", EncoderChecks.Over(table));
        return table;
    }

    private static EncoderTable Finish(UnitTable units, float[][] rows) =>
        Quantizer.Quantize(units, rows, LetterRunFit.Fit(units.Keys, rows, Buckets));

    private static float[][] Mix(float[][] start, float[][] trained, float share) =>
        [
            .. start.Zip(
                trained,
                (from, to) =>
                {
                    var mixed = new float[from.Length];
                    TensorPrimitives.Lerp<float>(from, to, share, mixed);
                    return mixed;
                }
            ),
        ];

    private static void AddShare(float[][] rows, float share, float[][] sum)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(rows[i], share, sum[i], sum[i]);
        }
    }
}
