namespace CareerRecs.Encoder;

/// <summary>The public taxonomies that the encoder is trained on, read from the folder of their downloads.</summary>
public sealed class Taxonomies
{
    /// <summary>Occupations of O*NET and ESCO.</summary>
    public List<Occupation> Occupations { get; } = [];

    /// <summary>Skills of ESCO.</summary>
    public List<Skill> Skills { get; } = [];

    /// <summary>
    /// Two phrases of one thing that belong to no occupation: a task and its detailed activity, a tool and its commodity.
    /// </summary>
    public List<(string First, string Second)> Pairs { get; } = [];

    /// <summary>Occupations of O*NET and ESCO that the official crosswalk joins.</summary>
    public List<(Occupation Onet, Occupation Esco)> Crosswalk { get; } = [];

    /// <summary>Reads O*NET, ESCO, their crosswalk and the everyday phrases of their occupations.</summary>
    public static Taxonomies Load(string folder, string everyday)
    {
        var taxonomies = new Taxonomies();
        var onet = OnetFiles.Load(Directory.GetFiles(Path.Combine(folder, "onet"), "*.zip").Order().Last(), taxonomies);
        var esco = EscoFiles.Load(Directory.GetFiles(Path.Combine(folder, "esco"), "*.zip").Order().Last(), taxonomies);
        taxonomies.Occupations.AddRange(onet.Values);
        taxonomies.Occupations.AddRange(esco.Values);
        EverydayFiles.Load(everyday, taxonomies.Occupations);
        foreach (var row in Tables.ReadCsv(File.OpenText(Path.Combine(folder, "crosswalk", "crosswalk_esco_onet.csv")), skip: 16))
        {
            if (onet.TryGetValue(row["O*NET Id"], out var first) && esco.TryGetValue(row["ESCO or ISCO URI"], out var second))
            {
                taxonomies.Crosswalk.Add((first, second));
            }
        }

        return taxonomies;
    }

    /// <summary>All phrases of the taxonomies, for counting words.</summary>
    public IEnumerable<string> Phrases()
    {
        foreach (var occupation in Occupations)
        {
            yield return occupation.Title;
            yield return occupation.Description;
            foreach (var phrase in occupation.OtherTitles.Concat(occupation.Tasks).Concat(occupation.Tools))
            {
                yield return phrase;
            }
        }

        foreach (var skill in Skills)
        {
            yield return skill.Label;
            yield return skill.Description;
            foreach (var label in skill.OtherLabels)
            {
                yield return label;
            }
        }

        foreach (var (first, second) in Pairs)
        {
            yield return first;
            yield return second;
        }
    }
}
