using Google.Api;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>Reads <c>google.api.field_behavior</c> of fields.</summary>
internal static class FieldBehaviors
{
    /// <summary>Whether only the server sets the field.</summary>
    public static bool IsOutputOnly(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Contains(FieldBehavior.OutputOnly) == true;
}
