using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Onet.Occupations;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Duties;

/// <summary>
/// Tasks to DWAs: the duties behind the tasks of an occupation. The duties that tell a role from others become its
/// essential skills.
/// </summary>
internal sealed class DutyMap(OnetDraft draft, DutyReference reference, TaskMap tasks) : TableMap(draft, Table)
{
    private const int Code = 0;
    private const int TaskId = 1;
    private const int DutyId = 2;

    // O*NET states no importance for duties: the first gets the highest, each further one a little less.
    private const double FirstImportance = 0.9;
    private const double ImportanceStep = 0.03;

    private static readonly TableLayout Table = new(
        [
            ["Tasks to DWAs"],
        ],
        ["O*NET-SOC Code", "Task ID", "DWA ID"]
    );

    private readonly Dictionary<string, RoleDuties> _roles = new(StringComparer.Ordinal);

    public override void Row(OnetRow row)
    {
        if (!row.TryRole(Code, out var role) || !row.TryText(DutyId, out var id))
        {
            return;
        }

        if (reference.Find(id) is not { } duty)
        {
            Draft.Findings.Count("duties left out, not in DWA Reference");
            return;
        }

        if (!_roles.TryGetValue(role.Name, out var duties))
        {
            _roles.Add(role.Name, duties = new RoleDuties(role));
        }

        duties.Add(duty, tasks.Weight(row.Text(TaskId)));
    }

    public override void Complete()
    {
        if (_roles.Count == 0)
        {
            return;
        }

        var choice = new EssentialDuties(_roles.Count, new RoleWords(Draft.Roles));
        var chosen = _roles.Values.Select(duties => (duties.Role, Duties: choice.Choose(duties))).ToList();
        DutySkills.Make(chosen.SelectMany(role => role.Duties), Draft);
        foreach (var (role, duties) in chosen)
        {
            role.Skills.Add(duties.Select(Require));
        }

        Draft.Findings.Count("essential skills derived from duties", chosen.Sum(role => role.Duties.Count));
    }

    private static RoleSkill Require(Duty duty, int rank) =>
        new()
        {
            Skill = duty.Skill!.Name,
            Necessity = Necessity.Essential,
            Importance = Math.Round(FirstImportance - (rank * ImportanceStep), 2),
        };
}
