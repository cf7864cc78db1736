using System.Collections.Concurrent;
using System.Collections.Frozen;
using Google.Api;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>The fields of one message by the names that JSON may use: the JSON name and the proto name.</summary>
internal sealed class MessageFields
{
    private static readonly ConcurrentDictionary<MessageDescriptor, MessageFields> Known = new();

    private readonly FrozenDictionary<string, FieldDescriptor> _byName;
    private readonly MessageDescriptor _type;

    private MessageFields(MessageDescriptor type)
    {
        _type = type;
        var names = new Dictionary<string, FieldDescriptor>(StringComparer.Ordinal);
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            names[field.Name] = field;
        }
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            names[field.JsonName] = field;
        }
        _byName = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The fields of a message.</summary>
    public static MessageFields For(MessageDescriptor type) => Known.GetOrAdd(type, t => new MessageFields(t));

    /// <summary>The field of this name; null if there is none.</summary>
    public FieldDescriptor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Why a name is refused, with the field that was probably meant.</summary>
    public string Unknown(string name)
    {
        var bare = Bare(name);
        var meant = _type.Fields.InDeclarationOrder().FirstOrDefault(f => Bare(f.Name) == bare);
        return meant is null ? $"is no field of {_type.Name}" : $"is no field of {_type.Name}; did you mean '{meant.JsonName}'?";
    }

    private static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}

/// <summary>Reads <c>google.api.field_behavior</c> of fields.</summary>
internal static class FieldBehaviors
{
    /// <summary>Whether only the server sets the field.</summary>
    public static bool IsOutputOnly(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Contains(FieldBehavior.OutputOnly) == true;
}
