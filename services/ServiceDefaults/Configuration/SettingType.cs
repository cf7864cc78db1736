using System.ComponentModel;
using System.Reflection;

namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>Which keys the settings of a section have, and whether a value can be read as one of them.</summary>
internal sealed class SettingType(Type settings)
{
    private readonly PropertyInfo[] _properties =
    [
        .. settings
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod?.IsPublic == true || IsMany(p)),
    ];

    /// <summary>Names of the settings.</summary>
    public IEnumerable<string> Names => _properties.Select(p => p.Name);

    /// <summary>Type of the value at a path below the section; null if there is no such setting.</summary>
    public Type? FindValueType(IReadOnlyList<string> path)
    {
        var property = _properties.FirstOrDefault(p => p.Name.Equals(path[0], StringComparison.OrdinalIgnoreCase));
        return property switch
        {
            null => null,
            _ when !IsMany(property) => path.Count == 1 ? property.PropertyType : null,
            // The key of a dictionary may have separators of its own; the index of a list has none.
            _ => path.Count > 1 ? property.PropertyType.GetGenericArguments()[^1] : null,
        };
    }

    /// <summary>Why a value cannot be read as a type; null if it can.</summary>
    public static string? FindProblem(string value, Type type)
    {
        var scalar = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return scalar == typeof(string) || TypeDescriptor.GetConverter(scalar).ConvertFromInvariantString(value) is not null
                ? null
                : Describe(scalar);
        }
        // Converters of numbers wrap what went wrong in a plain exception.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Describe(scalar);
        }
    }

    private static bool IsMany(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    private static string Describe(Type type) =>
        type switch
        {
            { IsEnum: true } => $"is none of {string.Join(", ", Enum.GetNames(type))}",
            _ when type == typeof(TimeSpan) => "is no time like 00:00:30",
            _ when type == typeof(bool) => "is not true or false",
            _ when type == typeof(Uri) => "is no address",
            _ when type == typeof(double) => "is no number",
            _ => "is no whole number",
        };
}
