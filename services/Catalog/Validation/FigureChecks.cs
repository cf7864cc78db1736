using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Validation;

/// <summary>A published number says who published it, what it measures and in which unit.</summary>
internal static class FigureChecks
{
    public static void Run(Contents contents, Findings findings)
    {
        foreach (var role in contents.Roles)
        {
            Check(role.Name, role.Figures, findings);
        }
        foreach (var field in contents.Fields)
        {
            Check(field.Name, field.Figures, findings);
        }
    }

    private static void Check(string owner, IEnumerable<Figure> figures, Findings findings)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            var name = $"{owner}: figure '{figure.Id}'";
            if (!ids.Add(figure.Id))
            {
                findings.Error("DUPLICATE_FIGURE", $"{name} stands there twice; give each its own id.");
            }
            if (string.IsNullOrWhiteSpace(figure.Source))
            {
                findings.Error(
                    "FIGURE_WITHOUT_SOURCE",
                    $"{name} has no source; name the publisher or say that it is not stated."
                );
            }
            if (figure.Unit == Unit.Unspecified || figure.Statistic == Statistic.Unspecified)
            {
                findings.Error(
                    "FIGURE_WITHOUT_UNIT",
                    $"{name} lacks its unit or its statistic; without them the number means nothing."
                );
            }
            if (!double.IsFinite(figure.Value) || (figure.HasHigh && !(figure.High >= figure.Value)))
            {
                findings.Error(
                    "FIGURE_REVERSED",
                    $"{name} runs from {figure.Value} to {figure.High}; the high end must not be below the value."
                );
            }
        }
    }
}
