using CareerRecs.Matching.V1;
using Google.Protobuf.Collections;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>
/// Keeps what a person corrected. A correction wins over every later reading of a document and every feed; it gives way only to
/// another correction, or to the person's own list of skills.
/// </summary>
internal static class Corrections
{
    private const int MaxSkills = 500;

    /// <summary>Whether the skills come, at least in part, from reading or concluding rather than from the person.</summary>
    public static bool IsReading(IEnumerable<ProfileSkill> skills) =>
        skills.Any(s => s.Source is SkillSource.Extracted or SkillSource.Inferred);

    /// <summary>Puts the corrections among <paramref name="stored"/> into <paramref name="incoming"/>, each where its skill
    /// stands, else at the end.</summary>
    public static void Keep(IEnumerable<ProfileSkill> stored, RepeatedField<ProfileSkill> incoming)
    {
        var corrections = new Dictionary<string, ProfileSkill>(StringComparer.OrdinalIgnoreCase);
        foreach (var skill in stored.Where(IsCorrection))
        {
            corrections.TryAdd(KeyOf(skill), skill);
        }
        foreach (var skill in incoming.Where(IsCorrection))
        {
            corrections.Remove(KeyOf(skill));
        }
        if (corrections.Count == 0)
        {
            return;
        }

        var placed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var merged = new List<ProfileSkill>(incoming.Count + corrections.Count);
        foreach (var skill in incoming)
        {
            var key = KeyOf(skill);
            if (!corrections.TryGetValue(key, out var correction))
            {
                merged.Add(skill);
            }
            else if (placed.Add(key))
            {
                merged.Add(correction);
            }
        }

        var missing = corrections.Where(c => !placed.Contains(c.Key)).Select(c => c.Value).ToList();
        // A profile holds so many skills and no more; what was read last makes room for what the person said.
        for (var i = merged.Count - 1; i >= 0 && merged.Count + missing.Count > MaxSkills; i--)
        {
            if (!IsCorrection(merged[i]))
            {
                merged.RemoveAt(i);
            }
        }

        incoming.Clear();
        incoming.AddRange(merged);
        incoming.AddRange(missing);
    }

    private static bool IsCorrection(ProfileSkill skill) => skill.Source == SkillSource.Corrected;

    private static string KeyOf(ProfileSkill skill) => skill.Text.Trim();
}
