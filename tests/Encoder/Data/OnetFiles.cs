using System.IO.Compression;

namespace CareerRecs.Encoder;

/// <summary>Reads O*NET's text release.</summary>
public static class OnetFiles
{
    private const string Code = "O*NET-SOC Code";

    /// <summary>Occupations by code; adds pairs that belong to no occupation.</summary>
    public static Dictionary<string, Occupation> Load(string path, Taxonomies taxonomies)
    {
        using var archive = ZipFile.OpenRead(path);
        var occupations = Tables
            .ReadTabs(archive, "Occupation Data.txt")
            .Select(row => new Occupation(row[Code], row[Code][..5], row["Title"], row["Description"]))
            .ToDictionary(o => o.Id);
        Add(archive, "Alternate Titles.txt", "Alternate Title", occupations, o => o.OtherTitles);
        Add(archive, "Sample of Reported Titles.txt", "Reported Job Title", occupations, o => o.OtherTitles);
        Add(archive, "Technology Skills.txt", "Example", occupations, o => o.Tools);
        Add(archive, "Tools Used.txt", "Example", occupations, o => o.Tools);
        AddTasks(archive, occupations, taxonomies);
        foreach (var file in new[] { "Technology Skills.txt", "Tools Used.txt" })
        {
            var pairs = Tables.ReadTabs(archive, file).Select(row => (row["Example"], row["Commodity Title"])).Distinct();
            taxonomies.Pairs.AddRange(pairs);
        }

        foreach (var occupation in occupations.Values)
        {
            Deduplicate(occupation.OtherTitles);
            Deduplicate(occupation.Tools);
            occupation.OtherTitles.Remove(occupation.Title);
        }

        return occupations;
    }

    private static void AddTasks(ZipArchive archive, Dictionary<string, Occupation> occupations, Taxonomies taxonomies)
    {
        var tasks = new Dictionary<string, string>();
        foreach (var row in Tables.ReadTabs(archive, "Task Statements.txt"))
        {
            tasks[row["Task ID"]] = row["Task"];
            occupations[row[Code]].Tasks.Add(row["Task"]);
        }

        var activities = Tables
            .ReadTabs(archive, "DWA Reference.txt")
            .ToDictionary(row => row["DWA ID"], row => row["DWA Title"]);
        foreach (var row in Tables.ReadTabs(archive, "Tasks to DWAs.txt"))
        {
            if (tasks.TryGetValue(row["Task ID"], out var task) && activities.TryGetValue(row["DWA ID"], out var activity))
            {
                taxonomies.Pairs.Add((task, activity));
                occupations[row[Code]].Tasks.Add(activity);
            }
        }
    }

    private static void Add(
        ZipArchive archive,
        string file,
        string column,
        Dictionary<string, Occupation> occupations,
        Func<Occupation, List<string>> list
    )
    {
        foreach (var row in Tables.ReadTabs(archive, file))
        {
            list(occupations[row[Code]]).Add(row[column]);
        }
    }

    private static void Deduplicate(List<string> phrases)
    {
        var distinct = phrases.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        phrases.Clear();
        phrases.AddRange(distinct);
    }
}
