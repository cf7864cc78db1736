using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Skills;

/// <summary>
/// Technology Skills ("Software Skills" from release 30.3 on): the products and technologies used in an occupation.
/// Each becomes a skill, the commodity it belongs to a broader one.
/// </summary>
internal sealed class ToolMap(OnetDraft draft) : TableMap(draft, Table)
{
    private const int Code = 0;
    private const int Example = 1;
    private const int Group = 2;
    private const int GroupTitle = 3;
    private const int Hot = 4;
    private const int InDemand = 5;

    // O*NET rates no importance for tools. In-demand is said of this occupation's postings, hot of all postings.
    private const double InDemandImportance = 0.9;
    private const double HotImportance = 0.4;
    private const double OtherImportance = 0.25;

    /// <summary>Most tools that a role cannot be done without.</summary>
    private const int MostEssential = 3;

    /// <summary>A tool in demand in more than this share of the roles (Office, Word) characterizes none of them.</summary>
    private const double CommonFrom = 0.08;

    private static readonly TableLayout Table = new(
        [
            ["Technology Skills"],
            ["Software Skills"],
        ],
        [
            "O*NET-SOC Code",
            "Example|Workplace Example",
            "Commodity Code|Element ID",
            "Commodity Title|Element Name",
            "Hot Technology?",
            "In Demand?",
        ]
    );

    private readonly Dictionary<string, Tool> _tools = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Role, Tool Tool), Use> _uses = [];
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    public override void Row(OnetRow row)
    {
        if (
            !row.TryRole(Code, out var role)
            || !row.TryText(Example, out var title)
            || !row.TryText(Group, out var group)
            || !row.TryText(GroupTitle, out var groupTitle)
        )
        {
            return;
        }

        _groups.TryAdd(group, groupTitle);
        if (!_tools.TryGetValue(title, out var tool))
        {
            _tools.Add(title, tool = new Tool(title));
        }
        tool.Groups.Add(group);
        tool.Rows++;
        tool.Hot |= row.Flag(Hot);
        tool.InDemand |= row.Flag(InDemand);

        // One product under two commodities of one occupation is one skill of it.
        if (!_uses.TryGetValue((role.Name, tool), out var use))
        {
            _uses.Add((role.Name, tool), use = new Use(role));
        }
        use.Hot |= row.Flag(Hot);
        use.InDemand |= row.Flag(InDemand);
    }

    public override void Complete()
    {
        var groups = MakeGroups(out var byTitle);
        var tools = _tools.Values.OrderBy(t => t.Title, StringComparer.Ordinal).ToList();
        foreach (var tool in tools)
        {
            // "Word processing software" stands both as a commodity and as an example of it.
            if (!byTitle.TryGetValue(tool.Title, out var skill))
            {
                skill = MakeTool(tool, groups);
            }
            skill.Hot |= tool.Hot;
            skill.InDemand |= tool.InDemand;
            tool.Skill = skill;
        }

        ToolAliases.Assign(tools, Draft);
        var essential = FindEssential(byTitle);
        foreach (var (key, use) in _uses)
        {
            use.Role.Skills.Add(Ask(key.Tool.Skill!, use, essential.Contains(key)));
        }

        foreach (var uses in _uses.Where(u => u.Value.InDemand).GroupBy(u => u.Key.Role, StringComparer.Ordinal))
        {
            var theme = new Theme { Title = "Software asked for in current postings" };
            theme.Items.Add(uses.Select(u => u.Key.Tool.Title).Order(StringComparer.Ordinal));
            (uses.First().Value.Role.MarketDemand ??= new()).SkillsInDemand.Add(theme);
        }

        Draft.Findings.Count("technology skills", tools.Count);
    }

    /// <summary>
    /// The tools in demand that characterize a role: at most three, the best known first, none that every twelfth role
    /// wants and none that is merely a kind of software.
    /// </summary>
    private HashSet<(string Role, Tool Tool)> FindEssential(Dictionary<string, Skill> kinds)
    {
        var wanted = _uses
            .Where(use => use.Value.InDemand && !kinds.ContainsKey(use.Key.Tool.Title))
            .Select(use => use.Key)
            .ToList();
        var demand = wanted.CountBy(key => key.Tool).ToDictionary();
        return wanted
            .Where(key => demand[key.Tool] <= Draft.Roles.Count * CommonFrom)
            .GroupBy(key => key.Role, StringComparer.Ordinal)
            .SelectMany(keys =>
                keys.OrderByDescending(key => demand[key.Tool])
                    .ThenBy(key => key.Tool.Title, StringComparer.Ordinal)
                    .Take(MostEssential)
            )
            .ToHashSet();
    }

    private static RoleSkill Ask(Skill skill, Use use, bool essential) =>
        new()
        {
            Skill = skill.Name,
            Necessity = essential ? Necessity.Essential : Necessity.Optional,
            Importance =
                use.InDemand ? InDemandImportance
                : use.Hot ? HotImportance
                : OtherImportance,
            InDemand = use.InDemand,
        };

    private Dictionary<string, Skill> MakeGroups(out Dictionary<string, Skill> byTitle)
    {
        var groups = new Dictionary<string, Skill>(StringComparer.Ordinal);
        byTitle = new Dictionary<string, Skill>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var (code, title) in _groups.OrderBy(g => g.Value, StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            if (!byTitle.TryGetValue(title, out var skill))
            {
                skill = new Skill
                {
                    Name = Draft.Names.Skill(title, "software"),
                    Title = title,
                    Category = SkillCategory.Tool,
                };
                byTitle.Add(title, skill);
                Draft.Skills.Add(skill);
            }

            skill.Codes.Add(CodeOf(code, CodeMatch.Exact));
            groups.Add(code, skill);
        }

        return groups;
    }

    private Skill MakeTool(Tool tool, Dictionary<string, Skill> groups)
    {
        var skill = new Skill
        {
            Name = Draft.Names.Skill(tool.Title, "software"),
            Title = tool.Title,
            Category = SkillCategory.Tool,
        };
        foreach (var group in tool.Groups)
        {
            skill.Codes.Add(CodeOf(group, CodeMatch.Broad));
            if (!skill.Broader.Contains(groups[group].Name))
            {
                skill.Broader.Add(groups[group].Name);
            }
        }

        Draft.Skills.Add(skill);
        return skill;
    }

    // Commodities are UNSPSC codes of eight digits; later releases have elements of their own content model.
    private static Code CodeOf(string group, CodeMatch match) =>
        new()
        {
            System = group.Length == 8 && group.All(char.IsAsciiDigit) ? CodeSystem.Unspsc : CodeSystem.Onet,
            Value = group,
            Match = match,
        };

    private sealed class Use(Role role)
    {
        public Role Role => role;
        public bool Hot { get; set; }
        public bool InDemand { get; set; }
    }
}

/// <summary>A technology skill while its rows are gathered.</summary>
internal sealed class Tool(string title)
{
    public string Title => title;
    public SortedSet<string> Groups { get; } = new(StringComparer.Ordinal);
    public int Rows { get; set; }
    public bool Hot { get; set; }
    public bool InDemand { get; set; }
    public Skill? Skill { get; set; }

    /// <summary>Known well enough to be called by its initials.</summary>
    public bool IsProminent => Hot || InDemand || Rows >= 10;
}
