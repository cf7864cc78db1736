using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Onet;

/// <summary>Task Statements: what one does in an occupation, core tasks first where O*NET tells them apart.</summary>
internal sealed class TaskMap(OnetDraft draft) : TableMap(draft, Table)
{
    private const int Code = 0;
    private const int Task = 1;
    private const int Type = 2;

    private static readonly TableLayout Table = new([["Task Statements"]], ["O*NET-SOC Code", "Task", "Task Type?"]);
    private static readonly string[] Order = ["Core tasks", "", "Supplemental tasks"];

    public override void Row(OnetRow row)
    {
        if (!row.TryRole(Code, out var role) || !row.TryText(Task, out var task))
            return;
        var title = row[Type] switch
        {
            "Core" => Order[0],
            "Supplemental" => Order[2],
            // Tasks that analysts wrote are not ranked yet.
            _ => Order[1],
        };
        var theme = role.Responsibilities.FirstOrDefault(t => t.Title == title);
        if (theme is null)
            role.Responsibilities.Add(theme = new Theme { Title = title });
        if (theme.Items.Contains(task))
            row.Duplicate(Task, "A task");
        else
            theme.Items.Add(task);
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
