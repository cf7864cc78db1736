using System.IO.Compression;

namespace CareerRecs.Encoder;

/// <summary>Reads the English CSV release of ESCO.</summary>
public static class EscoFiles
{
    /// <summary>Occupations by URI; adds the skills.</summary>
    public static Dictionary<string, Occupation> Load(string path, Taxonomies taxonomies)
    {
        using var archive = ZipFile.OpenRead(path);
        var occupations = new Dictionary<string, Occupation>();
        foreach (var row in Tables.ReadCsv(archive, "occupations_en.csv"))
        {
            var group = "isco" + row["iscoGroup"][..3];
            var occupation = new Occupation(row["conceptUri"], group, row["preferredLabel"], row["description"]);
            occupation.OtherTitles.AddRange(Lines(row["altLabels"]).Where(label => label != occupation.Title));
            occupations[occupation.Id] = occupation;
        }

        var skills = new Dictionary<string, Skill>();
        foreach (var row in Tables.ReadCsv(archive, "skills_en.csv"))
        {
            var skill = new Skill(row["conceptUri"], row["preferredLabel"], Lines(row["altLabels"]), row["description"]);
            skills[skill.Id] = skill;
        }

        taxonomies.Skills.AddRange(skills.Values);
        foreach (var row in Tables.ReadCsv(archive, "occupationSkillRelations.csv"))
        {
            if (
                occupations.TryGetValue(row["occupationUri"], out var occupation)
                && skills.TryGetValue(row["skillUri"], out var skill)
            )
            {
                occupation.Tools.Add(skill.Label);
            }
        }

        return occupations;
    }

    private static string[] Lines(string cell) =>
        cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();
}
