using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Validation;

/// <summary>Collects findings: counts all, keeps as many as a report may carry, errors before warnings.</summary>
internal sealed class Findings
{
    /// <summary>Most findings a report lists.</summary>
    public const int MostListed = 200;

    private readonly List<Finding> _errors = [];
    private readonly List<Finding> _warnings = [];
    private int _errorCount;
    private int _warningCount;

    public void Error(string code, string message)
    {
        _errorCount++;
        Keep(_errors, Finding.Types.Severity.Error, code, message);
    }

    public void Warning(string code, string message)
    {
        _warningCount++;
        Keep(_warnings, Finding.Types.Severity.Warning, code, message);
    }

    public ValidationReport ToReport() =>
        new()
        {
            Findings = { _errors.Concat(_warnings).Take(MostListed) },
            ErrorCount = _errorCount,
            WarningCount = _warningCount,
        };

    private static void Keep(List<Finding> kept, Finding.Types.Severity severity, string code, string message)
    {
        if (kept.Count < MostListed)
        {
            kept.Add(
                new Finding
                {
                    Severity = severity,
                    Code = code,
                    Message = message,
                    Count = 1,
                }
            );
        }
    }
}
