using System.ComponentModel.DataAnnotations;

namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>An absolute address of one of some schemes. Empty and null are none, and pass.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddressAttribute(params string[] schemes) : ValidationAttribute
{
    /// <summary>Schemes that pass.</summary>
    public IReadOnlyList<string> Schemes => schemes;

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value?.ToString() is not { Length: > 0 } text
        || (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && schemes.Contains(address.Scheme)
            && (address.Host.Length > 0 || address.AbsolutePath.Length > 1)
        );

    /// <inheritdoc />
    public override string FormatErrorMessage(string name) => $"is no {string.Join(" or ", schemes)} address";
}
