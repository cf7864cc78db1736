using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Skills;

/// <summary>
/// Skills or Knowledge: how much each element matters in an occupation (scale IM, 1-5) and how well it must be
/// mastered (LV, 0-7), one row a scale.
/// </summary>
internal sealed class RatingMap(OnetDraft draft, ElementReference reference, string kind, params string[][] files)
    : TableMap(draft, Table(files))
{
    private const int Code = 0;
    private const int Element = 1;
    private const int Name = 2;
    private const int Scale = 3;
    private const int Value = 4;
    private const int Error = 5;
    private const int Suppress = 6;
    private const int NotRelevant = 7;

    private const int MaxDescription = 300;

    // By name: a message's own hash is taken over all of its fields and changes with them.
    private readonly Dictionary<(string Role, string Element), Rating> _ratings = [];
    private readonly SortedDictionary<string, string> _elements = new(StringComparer.Ordinal);

    public override void Row(OnetRow row)
    {
        if (!row.TryRole(Code, out var role) || !row.TryText(Element, out var element) || !row.TryText(Name, out var name))
        {
            return;
        }
        var importance = row[Scale] is "IM";
        if (!importance && row[Scale] is not "LV")
        {
            row.Refuse("UNKNOWN_SCALE", Scale, $"'{row[Scale]}' is neither IM nor LV.");
            return;
        }

        if (!row.TryNumber(Value, importance ? 1 : 0, importance ? 5 : 7, out var value))
        {
            return;
        }
        double? error = null;
        if (importance && !row[Error].IsEmpty)
        {
            if (!row.TryNumber(Error, 0, 5, out var read))
            {
                return;
            }
            error = read;
        }

        _elements.TryAdd(element, name);
        if (!_ratings.TryGetValue((role.Name, element), out var rating))
        {
            _ratings.Add((role.Name, element), rating = new Rating(role));
        }
        if (!rating.Set(importance, value))
        {
            row.Duplicate(Element, $"{element} of {row[Code]}");
            return;
        }

        rating.Error ??= error;
        rating.Suppressed |= row.Flag(Suppress);
        rating.NotRelevant |= row.Flag(NotRelevant);
    }

    public override void Complete()
    {
        var skills = new Dictionary<string, Skill>(StringComparer.Ordinal);
        foreach (var (id, title) in _elements)
        {
            skills.Add(id, Make(id, title));
        }
        Draft.Skills.AddRange(skills.Values);
        foreach (var ((_, element), rating) in _ratings)
        {
            Add(rating.Role, skills[element].Name, rating);
        }
    }

    private void Add(Role role, string skill, Rating rating)
    {
        if (rating.Importance is not { } importance)
        {
            const string message = "A level is given without an importance; the rating was left out.";
            Draft.Findings.Warn("INCOMPLETE_RATING", message, Layout.Files[0][0] + ".txt");
            return;
        }

        Draft.Findings.Count($"{kind} ratings");
        if (rating.NotRelevant)
        {
            // Most raters called it not important, so its level has no meaning: zero, which is not to ask for it.
            Draft.Findings.Count($"{kind} ratings left out as not relevant");
            return;
        }

        if (rating.Suppressed)
        {
            Draft.Findings.Count($"{kind} ratings kept with low confidence");
        }
        var asked = new RoleSkill
        {
            Skill = skill,
            // The 68 elements say how occupations differ in general abilities; the duties say what one must be able to do.
            Necessity = Necessity.Optional,
            Importance = (importance - 1) / 4,
            LowConfidence = rating.Suppressed,
        };
        if (rating.Level is { } level)
        {
            asked.Proficiency = level;
        }
        if (rating.Error is { } error)
        {
            asked.ImportanceError = error / 4;
        }
        role.Skills.Add(asked);
    }

    private Skill Make(string id, string title)
    {
        var description = reference.Describe(id);
        var skill = new Skill
        {
            Name = Draft.Names.Skill(title, kind),
            Title = title,
            Category = ElementCategories.Of(id, kind),
            Description = description.Length <= MaxDescription ? description : description[..(MaxDescription - 3)] + "...",
        };
        skill.Codes.Add(
            new Code
            {
                System = CodeSystem.Onet,
                Value = id,
                Match = CodeMatch.Exact,
            }
        );
        return skill;
    }

    private static TableLayout Table(string[][] files) =>
        new(
            files,
            [
                "O*NET-SOC Code",
                "Element ID",
                "Element Name",
                "Scale ID",
                "Data Value",
                "Standard Error?",
                "Recommend Suppress?",
                "Not Relevant?",
            ]
        );

    private sealed class Rating(Role role)
    {
        public Role Role => role;
        public double? Importance { get; private set; }
        public double? Level { get; private set; }
        public double? Error { get; set; }
        public bool Suppressed { get; set; }
        public bool NotRelevant { get; set; }

        public bool Set(bool importance, double value)
        {
            if ((importance ? Importance : Level) is not null)
            {
                return false;
            }
            if (importance)
            {
                Importance = value;
            }
            else
            {
                Level = value;
            }
            return true;
        }
    }
}
