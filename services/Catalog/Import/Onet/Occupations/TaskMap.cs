using CareerRecs.Catalog.Import.Onet.Files;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet.Occupations;

/// <summary>Task Statements: what one does in an occupation, core tasks first where O*NET tells them apart.</summary>
internal sealed class TaskMap(OnetDraft draft) : TableMap(draft, Table)
{
    private const int Code = 0;
    private const int Task = 1;
    private const int Type = 2;
    private const int Id = 3;

    private static readonly TableLayout Table = new(
        [
            ["Task Statements"],
        ],
        ["O*NET-SOC Code", "Task", "Task Type?", "Task ID?"]
    );
    private static readonly string[] Order = ["Core tasks", "", "Supplemental tasks"];

    /// <summary>How much a task tells about its occupation, in the order of the headings.</summary>
    private static readonly double[] Weights = [1, 0.8, 0.35];

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    /// <summary>Weight (0-1) of the tasks under a heading.</summary>
    public static double WeightOf(Theme theme) => Weights[Array.IndexOf(Order, theme.Title)];

    /// <summary>Weight (0-1) of a task; an unknown one counts as not ranked.</summary>
    public double Weight(string id) => _weights.GetValueOrDefault(id, Weights[1]);

    public override void Row(OnetRow row)
    {
        if (!row.TryRole(Code, out var role) || !row.TryText(Task, out var task))
        {
            return;
        }
        var title = row[Type] switch
        {
            "Core" => Order[0],
            "Supplemental" => Order[2],
            // Tasks that analysts wrote are not ranked yet.
            _ => Order[1],
        };
        _weights.TryAdd(row.Text(Id), Weights[Array.IndexOf(Order, title)]);
        var theme = role.Responsibilities.FirstOrDefault(t => t.Title == title);
        if (theme is null)
        {
            role.Responsibilities.Add(theme = new Theme { Title = title });
        }
        if (theme.Items.Contains(task))
        {
            row.Duplicate(Task, "A task");
            return;
        }

        theme.Items.Add(task);
        Licences.AddFromTask(role, task);
    }

    public override void Complete()
    {
        foreach (var role in Draft.Roles.Where(r => r.Responsibilities.Count > 1))
        {
            var ordered = role.Responsibilities.OrderBy(t => Array.IndexOf(Order, t.Title)).ToList();
            role.Responsibilities.Clear();
            role.Responsibilities.Add(ordered);
        }
    }
}
