using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>
/// Education, Training, and Experience: which share of the people asked says that a level of education (scale RL) or
/// so much related experience (RW) is required.
/// </summary>
internal sealed class EducationMap(OnetDraft draft) : TableMap(draft, Table)
{
    private const int Code = 0;
    private const int Scale = 1;
    private const int Category = 2;
    private const int Value = 3;
    private const int Suppress = 4;

    /// <summary>Length of a SOC code up to its broad group: "29-121" of "29-1214.00".</summary>
    private const int BroadGroupLength = 6;

    private static readonly TableLayout Table = new(
        [
            ["Education, Training, and Experience"],
            ["Education", "Training and Experience"],
        ],
        ["O*NET-SOC Code", "Scale ID", "Category", "Data Value", "Recommend Suppress?"]
    );

    private readonly Dictionary<string, Answers> _answers = new(StringComparer.Ordinal);

    public override void Row(OnetRow row)
    {
        // On-site and on-the-job training (PT, OJ) is given after hiring: no requirement. Releases differ in further scales.
        if (row[Scale] is not ("RL" or "RW") || !row.TryRole(Code, out var role))
        {
            return;
        }
        var education = row[Scale] is "RL";
        var categories = education ? EducationSurvey.Categories : ExperienceSurvey.Categories;
        if (!row.TryNumber(Category, 1, categories, out var category) || !row.TryNumber(Value, 0, 100, out var percent))
        {
            return;
        }

        if (!_answers.TryGetValue(role.Name, out var answers))
        {
            _answers.Add(role.Name, answers = new Answers(role));
        }
        ref var share = ref (education ? answers.Education : answers.Experience)[(int)category - 1];
        if (share is not null)
        {
            row.Duplicate(Category, $"{row[Scale]} {category} of {row[Code]}");
            return;
        }

        share = percent / 100;
        if (!education)
        {
            return;
        }
        if (row.Flag(Suppress))
        {
            Draft.Findings.Count("suppressed answers on education, not counted towards a requirement");
        }
        else
        {
            answers.Trusted[(int)category - 1] = share;
        }
    }

    public override void Complete()
    {
        foreach (var answers in _answers.Values)
        {
            if (EducationSurvey.IsWhole(answers.Education))
            {
                var education = EducationSurvey.Read(answers.Education, answers.Trusted);
                (answers.Role.Requirements ??= new()).Education.Add(education);
                Draft.Findings.Count("education surveys");
            }

            if (EducationSurvey.IsWhole(answers.Experience))
            {
                ExperienceSurvey.Fill(answers.Role.Requirements ??= new(), answers.Experience);
            }
        }

        AddFromGroups();
    }

    /// <summary>
    /// Adds to an occupation that was not surveyed the level that is named most for each surveyed one of its SOC broad group and
    /// that most of them require: of physicians O*NET surveyed most, but no cardiologists.
    /// </summary>
    private void AddFromGroups()
    {
        foreach (
            var group in Draft.RolesByCode.Dictionary.GroupBy(
                r => r.Key[..BroadGroupLength],
                r => r.Value,
                StringComparer.Ordinal
            )
        )
        {
            var unsurveyed = group.Where(role => role.Requirements?.Education.Count is null or 0).ToList();
            var named = group.Except(unsurveyed).Select(role => role.Requirements.Education[0]).ToList();
            if (
                named.DistinctBy(education => education.Level).Count() != 1
                || named.Count(education => education.Demand == Demand.Required) * 2 <= named.Count
            )
            {
                continue;
            }

            foreach (var role in unsurveyed)
            {
                var required = new EducationRequirement
                {
                    Level = named[0].Level,
                    Demand = Demand.Required,
                    Added = true,
                };
                (role.Requirements ??= new()).Education.Add(required);
                Draft.Findings.Count("levels of education added from the SOC broad group");
            }
        }
    }

    private sealed class Answers(Role role)
    {
        public Role Role => role;
        public double?[] Education { get; } = new double?[EducationSurvey.Categories];
        public double?[] Trusted { get; } = new double?[EducationSurvey.Categories];
        public double?[] Experience { get; } = new double?[ExperienceSurvey.Categories];
    }
}
