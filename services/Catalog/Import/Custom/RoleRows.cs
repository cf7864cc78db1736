using System.Diagnostics.CodeAnalysis;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>The roles that the rows tell of. What is said of a role may stand in any of its rows; the first that says it counts.</summary>
internal sealed class RoleRows(CustomDraft draft)
{
    private const int MaxTitle = 300;
    private const int MaxId = 100;
    private const int MaxExternalId = 200;
    private const int MaxOverview = 10_000;
    private const int MostSteps = 100;
    private const double EssentialImportance = 1;
    private const double OptionalImportance = 0.5;

    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(double Step, Role Role)>> _ladders = new(StringComparer.Ordinal);

    /// <summary>The role of the row. False: the row was left out.</summary>
    public bool TryRead(CsvTable row, [NotNullWhen(true)] out Role? role)
    {
        role = null;
        if (row[Columns.Role].IsEmpty)
            return row.Refuse("EMPTY_CELL", Columns.Role, "The cell is empty.");
        if (!Columns.TryText(row, Columns.Role, MaxTitle, out var title)
            || !Columns.TryText(row, Columns.RoleId, MaxId, out var id)
            || !Columns.TryText(row, Columns.ExternalId, MaxExternalId, out var externalId)
            || !Columns.TryText(row, Columns.Family, MaxExternalId, out var family)
            || !Columns.TryText(row, Columns.Overview, MaxOverview, out var overview)
            || !Columns.TryText(row, Columns.Ladder, MaxId, out var ladder)
            || !Columns.TryWord<Seniority>(row, Columns.Seniority, out var seniority)
            || !Columns.TryWord<Track>(row, Columns.Track, out var track)
            || !Columns.TryNumber(row, Columns.LadderStep, 1, MostSteps, out var step))
            return false;
        if (ladder.Length > 0 && step is null)
            return row.Refuse("EMPTY_CELL", Columns.LadderStep, "The cell is empty, and the row names a ladder.");

        var name = ResourceName.Role(draft.CatalogId, Slug.Of(id.Length > 0 ? id : title, "role"));
        if (!_roles.TryGetValue(name, out role))
            _roles.Add(name, role = new Role { Name = name, Title = title });
        if (role.ExternalId.Length == 0)
            role.ExternalId = externalId;
        if (role.Family.Length == 0)
            role.Family = family;
        if (role.Overview.Length == 0)
            role.Overview = overview;
        if (role.Seniority == Seniority.Unspecified)
            role.Seniority = seniority;
        if (role.Track == Track.Unspecified)
            role.Track = track;
        foreach (var alternate in Columns.Items(row, Columns.AlternateTitles).Where(alternate => alternate.Length <= MaxTitle))
        {
            if (!role.AlternateTitles.Contains(alternate))
                role.AlternateTitles.Add(alternate);
        }

        if (row.Text(Columns.Soc) is { Length: > 0 and <= MaxExternalId } soc && !role.Codes.Any(code => code.Value == soc))
            role.Codes.Add(new Code { System = CodeSystem.Soc, Value = soc, Match = CodeMatch.Close });
        Climb(ladder, step, role);
        return true;
    }

    /// <summary>Makes the role ask for a skill.</summary>
    public static void Ask(CsvTable row, Role role, AskedSkill skill)
    {
        if (role.Skills.Any(asked => asked.Skill == skill.Name))
        {
            row.Warn("DUPLICATE", Columns.Skill, $"'{row.Shown(Columns.Skill)}' stands twice for the same role; the first was kept.");
            return;
        }

        var asked = new RoleSkill
        {
            Skill = skill.Name,
            Necessity = skill.Necessity,
            Importance = skill.Importance ?? (skill.Necessity == Necessity.Essential ? EssentialImportance : OptionalImportance),
        };
        if (skill.Proficiency is { } proficiency)
            asked.Proficiency = proficiency;
        role.Skills.Add(asked);
    }

    public void Complete()
    {
        foreach (var (id, steps) in _ladders)
        {
            var ladder = new Ladder { Id = Slug.Of(id, "ladder"), Title = id };
            ladder.Steps.Add(steps.OrderBy(step => step.Step).Select(step => new LadderStep { Role = step.Role.Name, Title = step.Role.Title }));
            foreach (var (_, role) in steps)
                role.Ladder = ladder.Clone();
        }

        foreach (var role in _roles.Values)
        {
            var skills = role.Skills.OrderByDescending(skill => skill.Importance).ThenBy(skill => skill.Skill, StringComparer.Ordinal).ToList();
            role.Skills.Clear();
            role.Skills.Add(skills);
            draft.TryPut(new CatalogEntry { Role = role });
        }

        draft.Findings.Count("roles of the file", _roles.Count);
    }

    private void Climb(string ladder, double? step, Role role)
    {
        if (ladder.Length == 0 || step is null)
            return;
        if (!_ladders.TryGetValue(ladder, out var steps))
            _ladders.Add(ladder, steps = []);
        if (steps.All(known => known.Role != role))
            steps.Add((step.Value, role));
    }
}
