using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering.Roles;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.Cli.Rendering.Versions;

/// <summary>Answers for operators: versions, imports, audit, state.</summary>
public static class VersionsText
{
    private const string Esco = "esco";

    private const int MostOfAKind = 3;

    /// <summary>The answer to `versions list`.</summary>
    public static void List(Page page, IReadOnlyCollection<CatalogVersion> versions)
    {
        if (versions.Count == 0)
        {
            page.Line("No versions.");
            return;
        }
        page.Table(
            versions.Select(v =>
                new[]
                {
                    v.Name["catalogs/".Length..].Replace("/versions/", " ", StringComparison.Ordinal),
                    v.State.ToString().ToLowerInvariant(),
                    Words.Count(v.RoleCount, "role"),
                    Words.Count(v.SkillCount, "skill"),
                    Time(v.ActivateTime ?? v.CreateTime),
                    v.Source,
                }
            ),
            "",
            2,
            3
        );
    }

    /// <summary>The answer to `versions audit`.</summary>
    public static void Audit(Page page, IReadOnlyCollection<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            page.Line("Nothing was done yet.");
        }

        page.Table(
            entries.Select(e =>
                new[]
                {
                    Time(e.Time),
                    e.Action == AuditEntry.Types.Action.RolledBack ? "rolled back to" : e.Action.ToString().ToLowerInvariant(),
                    Words.Id(e.Version),
                    e.PreviousVersion.Length > 0 ? $"before: {Words.Id(e.PreviousVersion)}" : "",
                    $"by {e.Actor}",
                    e.Reason,
                }
            )
        );
    }

    /// <summary>What an import read, left out and found.</summary>
    public static void Import(Page page, ImportVersionResponse response, bool active)
    {
        var version = response.Version;
        page.Line($"{page.Strong(version.Name)} · {(active ? "active" : "draft")}");
        page.Line($"{Words.Count(version.RoleCount, "role")}, {Words.Count(version.SkillCount, "skill")} · {version.Source}");
        var report = response.Report ?? new ValidationReport();
        if (report.Counters.Count > 0)
        {
            page.Table(
                report.Counters.Select(c => new[] { c.Value.ToString("N0", CultureInfo.InvariantCulture), c.Title }),
                "  ",
                0
            );
        }

        var shown = report.Findings.GroupBy(f => f.Code).SelectMany(kind => kind.Take(MostOfAKind)).ToList();
        foreach (var finding in shown)
        {
            page.Wrap(
                finding.Severity != Finding.Types.Severity.Error ? "  note: "
                    : active ? "  accepted: "
                    : "  error: ",
                Line(finding)
            );
        }

        if (report.ErrorCount + report.WarningCount - shown.Count is var rest and > 0)
        {
            page.Line(
                $"  … {rest.ToString("N0", CultureInfo.InvariantCulture)} more of these kinds; "
                    + $"careerrecs versions validate {version.Name} lists what the version itself has"
            );
        }

        EvidenceText.Attributions(page, version.Attributions);
        var catalog = version.Name.Split('/')[1];
        if (catalog == Esco)
        {
            page.Wrap(
                "Pay: ",
                "few roles have US occupation codes yet; careerrecs import crosswalk FILE --catalog esco brings them."
            );
        }

        page.Line(
            active
                ? $"Next: careerrecs recommend --catalog {catalog} --resume FILE"
                : $"Next: careerrecs versions activate {version.Name}"
        );
    }

    /// <summary>A draft that was made.</summary>
    public static void Draft(Page page, CatalogVersion version)
    {
        page.Line(
            $"{page.Strong(version.Name)} · draft · {Words.Count(version.RoleCount, "role")}, "
                + $"{Words.Count(version.SkillCount, "skill")}"
        );
        page.Line($"Etag {version.Etag}");
    }

    /// <summary>What an edit changed.</summary>
    public static void Edited(Page page, EditVersionResponse done)
    {
        page.Line($"{done.AddedCount} added, {done.ReplacedCount} replaced, {done.RemovedCount} removed");
        Draft(page, done.Version);
    }

    /// <summary>What a check found.</summary>
    public static void Validated(Page page, ValidationReport report)
    {
        page.Line($"{Words.Count(report.ErrorCount, "error")}, {Words.Count(report.WarningCount, "warning")}");
        foreach (var finding in report.Findings)
        {
            page.Wrap(finding.Severity == Finding.Types.Severity.Error ? "  error: " : "  note: ", Line(finding));
        }
    }

    /// <summary>What an import of wages made.</summary>
    public static void Wages(Page page, ImportWageTableResponse response, bool active)
    {
        var model = response.Model;
        page.Line($"{page.Strong(model.Name)} · {(active ? "active" : "candidate")}");
        page.Line(
            $"{Words.Count(response.RowCount, "row")} read · "
                + $"{Words.Count(model.OccupationCount, "occupation")}, {Words.Count(model.PlaceCount, "place")}"
        );
        RoleSections.Bullets(page, response.Notes);
        foreach (var source in model.Sources)
        {
            page.Wrap("  from ", source);
        }

        if (!active)
        {
            page.Line($"Next: the same without --draft, or careerrecs salary-models activate {Words.Id(model.Name)}");
        }
    }

    /// <summary>The state of one host.</summary>
    public static void Status(Page page, Uri address, GetStatusResponse status)
    {
        page.Line(
            $"{address.GetLeftPart(UriPartial.Authority)} · {string.Join(", ", status.Services)} "
                + $"· build {status.Build} · since {Time(status.StartTime)}"
        );
        page.Table(status.Dependencies.Select(d => new[] { d.Name, d.State.ToString().ToLowerInvariant(), d.Detail }), "  ");
        foreach (var version in status.LoadedVersions)
        {
            page.Line("  loaded " + version);
        }
    }

    private static string Line(Finding f)
    {
        var place =
            f.File.Length == 0 ? ""
            : f.Line > 0 ? $"{f.File}, line {f.Line}{(f.Column.Length > 0 ? $", {f.Column}" : "")}: "
            : $"{f.File}: ";
        return place + Words.Options(f.Message) + (f.Count > 1 ? $" ({Words.Count(f.Count, "time")})" : "");
    }

    private static string Time(Timestamp? time) =>
        time is null ? "" : time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
