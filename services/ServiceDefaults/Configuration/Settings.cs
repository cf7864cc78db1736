using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>Reads settings while services are added: a host with a value that cannot be used does not start.</summary>
public static class Settings
{
    /// <summary>Reads a section and checks its values. SettingException for the first one that cannot be used.</summary>
    public static T ReadSettings<T>(this WebApplicationBuilder builder, string section)
        where T : class, new()
    {
        builder.KnownSettings().Add(section, typeof(T));
        RequireReadable(builder, section);
        var settings = builder.Configuration.GetSection(section).Get<T>() ?? new T();
        RequireValid(settings, section);
        return settings;
    }

    /// <summary>Reads a section and registers it, as itself and as <see cref="IOptions{TOptions}"/>.</summary>
    public static T AddSettings<T>(this WebApplicationBuilder builder, string section)
        where T : class, new()
    {
        var settings = builder.ReadSettings<T>(section);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(Options.Create(settings));
        return settings;
    }

    /// <summary>The settings that the services added so far read.</summary>
    public static KnownSettings KnownSettings(this WebApplicationBuilder builder)
    {
        if (builder.Services.FirstOrDefault(s => s.ServiceType == typeof(KnownSettings))?.ImplementationInstance is { } known)
        {
            return (KnownSettings)known;
        }

        var made = new KnownSettings();
        builder.Services.AddSingleton(made);
        return made;
    }

    /// <summary>Values that the binder would fail at with a sentence of its own.</summary>
    private static void RequireReadable(WebApplicationBuilder builder, string section)
    {
        foreach (var (key, value) in builder.Configuration.GetSection(section).AsEnumerable())
        {
            if (
                value is not null
                && builder.KnownSettings().FindValueType(key) is { } type
                && SettingType.FindProblem(value, type) is { } problem
            )
            {
                throw new SettingException(key, $"{Quote(value)} {problem}.");
            }
        }
    }

    private static void RequireValid<T>(T settings, string section)
        where T : class
    {
        foreach (var property in typeof(T).GetProperties())
        {
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
            {
                var value = property.GetValue(settings);
                // An empty text is a setting that is not made; only Required minds.
                if (!rule.IsValid(value) && (rule is RequiredAttribute || value is not ""))
                {
                    throw new SettingException($"{section}:{property.Name}", Describe(rule, value));
                }
            }
        }

        if (settings is IValidatableObject whole && whole.Validate(new ValidationContext(whole)).FirstOrDefault() is { } fault)
        {
            throw new SettingException($"{section}:{fault.MemberNames.First()}", fault.ErrorMessage!);
        }
    }

    private static string Describe(ValidationAttribute rule, object? value) =>
        rule switch
        {
            RequiredAttribute => "is needed.",
            RangeAttribute range => $"{Quote(value)} is not between {range.Minimum} and {range.Maximum}.",
            AddressAttribute address => $"{Quote(Addresses.Mask($"{value}"))} {address.FormatErrorMessage("")}.",
            _ => rule.ErrorMessage ?? $"{Quote(value)} cannot be used.",
        };

    private static string Quote(object? value) => $"\"{value}\"";
}
