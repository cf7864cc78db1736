using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Validation;

/// <summary>
/// Checks the entries of a version as a whole. Errors are what would make an answer wrong (a role that asks for a skill
/// that is not there); warnings are what an editor should look at. Pure: entries in, report out.
/// </summary>
public static class CatalogValidator
{
    /// <summary>A version with less than this share of the active one's roles looks like a source that was cut off.</summary>
    private const double LeastShareOfRoles = 0.8;

    /// <summary>Checks all entries, and the version they make against the one that is active in its catalog, if any.</summary>
    public static ValidationReport Validate(
        IReadOnlyCollection<CatalogEntry> entries,
        CatalogVersion version,
        CatalogVersion? active
    )
    {
        var report = Validate(entries);
        if (active is null || active.Name == version.Name || version.RoleCount >= active.RoleCount * LeastShareOfRoles)
        {
            return report;
        }
        var findings = new Findings();
        findings.Error(
            "FEWER_ROLES",
            $"It has {version.RoleCount} roles, the active {active.Name} has "
                + $"{active.RoleCount}. If that is right, activate it with accept_fewer_roles."
        );
        return Merge(findings.ToReport(), report);
    }

    /// <summary>The same of a stored version, with what its import found: an error of then is one still.</summary>
    public static ValidationReport ValidateStored(
        IReadOnlyCollection<CatalogEntry> entries,
        CatalogVersion version,
        CatalogVersion? active
    ) =>
        Merge(
            new ValidationReport { Findings = { version.ImportErrors }, ErrorCount = version.ImportErrors.Count },
            Validate(entries, version, active)
        );

    /// <summary>Checks all entries and counts what is in them.</summary>
    public static ValidationReport Validate(IReadOnlyCollection<CatalogEntry> entries)
    {
        var findings = new Findings();
        var contents = new Contents(entries);

        NameChecks.Run(contents, findings);
        ReferenceChecks.Run(contents, findings);
        LimitChecks.Run(contents, findings);
        FigureChecks.Run(contents, findings);
        LoopChecks.Run(contents, findings);
        LadderChecks.Run(contents, findings);
        if (contents.Roles.All(role => role.Retired))
        {
            findings.Error("NO_ROLES", "The version holds no role, or only retired ones; a catalog needs at least one.");
        }

        var report = findings.ToReport();
        report.Counters.Add(new Counter { Title = "roles", Value = contents.Roles.Count(role => !role.Retired) });
        report.Counters.Add(new Counter { Title = "skills", Value = contents.Skills.Count });
        report.Counters.Add(new Counter { Title = "fields", Value = contents.Fields.Count });
        report.Counters.Add(new Counter { Title = "role skills", Value = contents.Roles.Sum(role => (long)role.Skills.Count) });
        return report;
    }

    /// <summary>One report of two: what the importer and what the validation found.</summary>
    public static ValidationReport Merge(ValidationReport first, ValidationReport second)
    {
        var merged = new ValidationReport
        {
            ErrorCount = first.ErrorCount + second.ErrorCount,
            WarningCount = first.WarningCount + second.WarningCount,
        };
        merged.Findings.Add(
            first
                .Findings.Concat(second.Findings)
                .OrderByDescending(finding => finding.Severity)
                .Take(Findings.MostListed)
                .Select(finding => finding.Clone())
        );
        var counted = first.Counters.Select(counter => counter.Title).ToHashSet(StringComparer.Ordinal);
        merged.Counters.Add(
            first
                .Counters.Concat(second.Counters.Where(counter => !counted.Contains(counter.Title)))
                .Select(counter => counter.Clone())
        );
        return merged;
    }
}
