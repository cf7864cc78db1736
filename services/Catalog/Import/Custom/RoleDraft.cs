using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>A role as its rows tell of it, the first row that says something first.</summary>
internal sealed class RoleDraft(string name, string title)
{
    private const int MostSkills = 1000;
    private const int MostTitles = 5000;
    private const double EssentialImportance = 1;
    private const double OptionalImportance = 0.5;

    private readonly HashSet<string> _skills = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);

    public Role Role { get; } = new() { Name = name, Title = title };

    /// <summary>Takes what an earlier row did not say.</summary>
    public void Add(RoleCells cells)
    {
        if (Role.ExternalId.Length == 0)
        {
            Role.ExternalId = cells.ExternalId;
        }
        if (Role.Family.Length == 0)
        {
            Role.Family = cells.Family;
        }
        if (Role.Overview.Length == 0)
        {
            Role.Overview = cells.Overview;
        }
        if (Role.Seniority == Seniority.Unspecified)
        {
            Role.Seniority = cells.Seniority;
        }
        if (Role.Track == Track.Unspecified)
        {
            Role.Track = cells.Track;
        }
        foreach (var alternate in cells.AlternateTitles)
        {
            if (_titles.Count < MostTitles && _titles.Add(alternate))
            {
                Role.AlternateTitles.Add(alternate);
            }
        }

        if (cells.Soc.Length > 0 && Role.Codes.Count == 0)
        {
            Role.Codes.Add(
                new Code
                {
                    System = CodeSystem.Soc,
                    Value = cells.Soc,
                    Match = CodeMatch.Close,
                }
            );
        }
    }

    /// <summary>Makes the role ask for a skill.</summary>
    public void Ask(CsvTable row, AskedSkill skill)
    {
        if (_skills.Count == MostSkills)
        {
            row.Warn("TOO_MANY", Columns.Skill, $"The role asks for more than {MostSkills} skills; the first were kept.");
            return;
        }

        if (!_skills.Add(skill.Name))
        {
            row.Warn(
                "DUPLICATE",
                Columns.Skill,
                $"'{row.Shown(Columns.Skill)}' stands twice for the same role; the first was kept."
            );
            return;
        }

        var asked = new RoleSkill
        {
            Skill = skill.Name,
            Necessity = skill.Necessity,
            Importance = skill.Importance ?? (skill.Necessity == Necessity.Essential ? EssentialImportance : OptionalImportance),
        };
        if (skill.Proficiency is { } proficiency)
        {
            asked.Proficiency = proficiency;
        }
        Role.Skills.Add(asked);
    }

    /// <summary>The role, its skills heaviest first.</summary>
    public Role Complete()
    {
        var skills = Role
            .Skills.OrderByDescending(skill => skill.Importance)
            .ThenBy(skill => skill.Skill, StringComparer.Ordinal)
            .ToList();
        Role.Skills.Clear();
        Role.Skills.Add(skills);
        return Role;
    }
}
