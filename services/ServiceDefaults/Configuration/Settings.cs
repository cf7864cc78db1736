using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>Reads settings that are needed while services are added, before options could be validated.</summary>
public static class Settings
{
    /// <summary>The section, its annotations checked: a host with a value that cannot be used does not start.</summary>
    public static T Read<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        var settings = configuration.GetSection(section).Get<T>() ?? new T();
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true)
            ? settings
            : throw new InvalidOperationException(
                string.Join(" ", faults.Select(f => $"{section}:{f.MemberNames.FirstOrDefault()}: {f.ErrorMessage}"))
            );
    }
}
