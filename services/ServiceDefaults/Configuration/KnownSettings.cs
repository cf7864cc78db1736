using Microsoft.Extensions.Configuration;

namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>The settings that a host reads. A key that none of its services reads is a mistake, and stops it.</summary>
public sealed class KnownSettings
{
    /// <summary>Sections of all hosts: an environment that several hosts share has keys for each.</summary>
    private static readonly string[] Sections =
    [
        "Auth",
        "Bus",
        "Cache",
        "Catalog",
        "ConnectionStrings",
        "Database",
        "Documents",
        "Endpoints",
        "Gateway",
        "Matching",
        "Otlp",
        "Profiles",
        "Rest",
        "Salary",
        "Services",
        "Telemetry",
        "Uploads",
    ];

    private readonly Dictionary<string, List<Type>> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings that were read, by section.</summary>
    public IReadOnlyDictionary<string, List<Type>> Read => _read;

    /// <summary>Remembers that a section is read as a type; several types may share one.</summary>
    public void Add(string section, Type settings)
    {
        if (!_read.TryGetValue(section, out var types))
        {
            _read.Add(section, types = []);
        }
        if (!types.Contains(settings))
        {
            types.Add(settings);
        }
    }

    /// <summary>Throws for the first key that looks like a setting and is none.</summary>
    public void RequireKnown(IConfiguration configuration)
    {
        foreach (var (key, value) in configuration.AsEnumerable().OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            if (value is not null && FindProblem(key) is { } problem)
            {
                throw new SettingException(key, problem);
            }
        }
    }

    /// <summary>The type of a key's value; null if no such setting is read.</summary>
    public Type? FindValueType(string key) =>
        key.Split(':') is [var section, _, ..] parts && _read.TryGetValue(section, out var types)
            ? types.Select(t => new SettingType(t).FindValueType(parts[1..])).FirstOrDefault(t => t is not null)
            : null;

    private string? FindProblem(string key)
    {
        var parts = key.Split(':');
        if (parts.Length == 1)
        {
            return FindWithOneUnderscore(key) is { } meant ? $"is no setting. Write {meant}, with two underscores." : null;
        }
        if (_read.ContainsKey(parts[0]))
        {
            return FindValueType(key) is null ? Advise(key, Names()) : null;
        }

        // Variables of other programs have two underscores too: a setting of ours in a section that is nearly ours is a mistake.
        var isForeign =
            Sections.Contains(parts[0], StringComparer.OrdinalIgnoreCase)
            || !_read.Keys.Any(s =>
                Distance(s, parts[0]) <= 2 && FindValueType($"{s}:{string.Join(':', parts[1..])}") is not null
            );
        return isForeign ? null : Advise(key, Names());
    }

    private string? FindWithOneUnderscore(string key) =>
        Names()
            .FirstOrDefault(name =>
                name.Replace("__", "_", StringComparison.Ordinal).Equals(key, StringComparison.OrdinalIgnoreCase)
            );

    private IEnumerable<string> Names() =>
        _read.SelectMany(
            section => section.Value.SelectMany(type => new SettingType(type).Names),
            (s, name) => $"{s.Key}__{name}"
        );

    private static string Advise(string key, IEnumerable<string> names)
    {
        var written = SettingException.NameOf(key);
        var near = names.OrderBy(name => Distance(name, written)).ThenBy(name => name, StringComparer.Ordinal).Take(3);
        return $"is no setting. The nearest are {string.Join(", ", near)}.";
    }

    /// <summary>Levenshtein distance, of upper and lower case alike.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var isSame = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                var cost = diagonal + (isSame ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
