using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering.Recommendations;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering.Versions;

/// <summary>What changed between two versions, and what it would change for people.</summary>
public static class VersionDiffText
{
    /// <summary>The answer to `versions diff`.</summary>
    public static void Diff(Page page, DiffVersionsResponse diff)
    {
        page.Line($"{page.Strong(diff.Version)} against {diff.BaseVersion}");
        Counts(page, diff.Counts);
        if (diff.SourceCounts.Count > 0)
        {
            page.Heading("As the sources tell it");
            Counts(page, diff.SourceCounts);
        }

        Entries(page, "Roles", diff.Roles);
        Entries(page, "Skills", diff.Skills);
        List(
            page,
            "Retired roles",
            diff.SuccessionCount,
            diff.Successions.Select(s => s.Successor is null ? s.Role.Title : $"{s.Role.Title}: now {s.Successor.Title}")
        );
        List(page, "Weights of skills", diff.WeightCount, diff.Weights.Select(Weight));
        List(page, "Skills that roles ask for on one side alone", diff.RoleSkillCount, diff.RoleSkills.Select(Asked));
    }

    /// <summary>The answer to `versions shadow`.</summary>
    public static void Shadow(Page page, ShadowVersionResponse shadow)
    {
        page.Line($"{page.Strong(shadow.Version)} against {shadow.BaseVersion}");
        page.Line(
            $"{Words.Count(shadow.RankedCount, "person", "people")} ranked with both · "
                + $"{Words.Count(shadow.InsufficientCount, "person", "people")} told too little"
        );
        if (shadow.RankedCount == 0)
        {
            return;
        }

        page.Line(
            $"Overlap of the first 10 roles {Share(shadow.MeanOverlapAt10)} · rank-biased {Share(shadow.MeanRankBiasedOverlap)}"
        );
        if (shadow.MovedRoles.Count > 0)
        {
            page.Heading("Roles that moved most");
            page.Table(
                shadow.MovedRoles.Select(r =>
                    new[]
                    {
                        r.Title,
                        string.Create(CultureInfo.InvariantCulture, $"{r.MeanRise:+0.0;-0.0;0.0} places"),
                        $"shown {r.ShownBefore} times before, {r.ShownAfter} now",
                    }
                ),
                "  ",
                1
            );
        }

        if (shadow.MostChanged.Count > 0)
        {
            page.Heading("People whose answers changed most");
            page.Table(
                shadow.MostChanged.Select(s =>
                    new[]
                    {
                        $"profile {s.Index + 1}",
                        $"overlap {Share(s.OverlapAt10)}",
                        $"rank-biased {Share(s.RankBiasedOverlap)}",
                    }
                ),
                "  "
            );
        }
    }

    private static void Counts(Page page, IEnumerable<CountChange> counts) =>
        page.Table(
            counts.Select(c =>
                new[]
                {
                    Number(c.Before),
                    "→",
                    Number(c.After),
                    c.After == c.Before ? "" : (c.After - c.Before).ToString("+#,0;-#,0", CultureInfo.InvariantCulture),
                    c.Title,
                }
            ),
            "  ",
            0,
            2,
            3
        );

    private static void Entries(Page page, string kind, EntryChanges changes)
    {
        List(page, $"{kind} that came", changes.AddedCount, changes.Added.Select(e => e.Title));
        List(page, $"{kind} that went", changes.RemovedCount, changes.Removed.Select(e => e.Title));
        List(
            page,
            $"{kind} with another title",
            changes.RetitledCount,
            changes.Retitled.Select(r => $"{r.Before}: now {r.After}")
        );
    }

    private static void List(Page page, string title, int count, IEnumerable<string> items)
    {
        if (count == 0)
        {
            return;
        }

        page.Heading($"{title} ({Number(count)})");
        var shown = 0;
        foreach (var item in items)
        {
            page.Wrap("  ", item, "    ");
            shown++;
        }

        if (count > shown)
        {
            page.Line($"  … {Number(count - shown)} more; --max shows them");
        }
    }

    private static string Weight(WeightChange change)
    {
        var proficiency =
            change.HasProficiencyBefore || change.HasProficiencyAfter
                ? $", proficiency {Level(change.HasProficiencyBefore, change.ProficiencyBefore)} "
                    + $"→ {Level(change.HasProficiencyAfter, change.ProficiencyAfter)}"
                : "";
        return $"{change.RoleTitle}: {change.SkillTitle} {Need(change.EssentialBefore)}{Value(change.ImportanceBefore)} "
            + $"→ {Need(change.EssentialAfter)}{Value(change.ImportanceAfter)}{proficiency}";
    }

    private static string Asked(WeightChange change) =>
        change.ImportanceAfter > 0 || change.HasProficiencyAfter
            ? $"{change.RoleTitle}: + {change.SkillTitle} {Value(change.ImportanceAfter)}"
            : $"{change.RoleTitle}: − {change.SkillTitle} {Value(change.ImportanceBefore)}";

    private static string Need(bool essential) => essential ? "essential " : "";

    private static string Level(bool stated, double proficiency) =>
        stated ? proficiency.ToString("0.##", CultureInfo.InvariantCulture) : "none stated";

    private static string Value(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
