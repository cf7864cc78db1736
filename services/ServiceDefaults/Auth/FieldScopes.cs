using System.Collections;
using System.Collections.Concurrent;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>Fields of a message that need a scope of their own when set (<c>scope_if_set</c>), at any depth.</summary>
public sealed class FieldScopes
{
    private static readonly ConcurrentDictionary<MessageDescriptor, FieldScopes> Known = new();

    private readonly (FieldDescriptor Field, string Scope)[] _stated;
    private readonly FieldDescriptor[] _leading;

    private FieldScopes(MessageDescriptor message)
    {
        var fields = message.Fields.InDeclarationOrder();
        _stated = [.. fields.Where(f => ScopeOf(f) is not null).Select(f => (f, ScopeOf(f)!))];
        _leading = [.. fields.Where(f => IsOurs(f) && Reach(f.MessageType).Any(StatesScopes))];
    }

    /// <summary>Fields of a message type.</summary>
    public static FieldScopes For(MessageDescriptor message) => Known.GetOrAdd(message, m => new FieldScopes(m));

    /// <summary>Whether a message of this type can need any scope.</summary>
    public bool Any => _stated.Length > 0 || _leading.Length > 0;

    /// <summary>Throws PERMISSION_DENIED unless the caller has the scope of every field that is set.</summary>
    public void Require(IMessage message, Caller caller)
    {
        foreach (var (field, scope) in _stated)
        {
            if (field.Accessor.HasValue(message))
            {
                caller.Require(scope);
            }
        }

        foreach (var field in _leading)
        {
            var value = field.Accessor.GetValue(message);
            if (value is IMessage one)
            {
                For(field.MessageType).Require(one, caller);
            }
            else if (value is IList many)
            {
                foreach (var item in many)
                {
                    For(field.MessageType).Require((IMessage)item!, caller);
                }
            }
        }
    }

    private static string? ScopeOf(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(RightsExtensions.ScopeIfSet) is { } scope and not Scope.Unspecified
            ? Scopes.NameIfNeeded(scope)
            : null;

    private static bool StatesScopes(MessageDescriptor message) =>
        message.Fields.InDeclarationOrder().Any(f => ScopeOf(f) is not null);

    private static bool IsOurs(FieldDescriptor field) =>
        field.FieldType == FieldType.Message
        && !field.IsMap
        && field.MessageType.FullName.StartsWith(MethodRights.OurPackages, StringComparison.Ordinal);

    private static HashSet<MessageDescriptor> Reach(MessageDescriptor message)
    {
        var reached = new HashSet<MessageDescriptor>();
        var open = new Stack<MessageDescriptor>([message]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var field in next.Fields.InDeclarationOrder().Where(IsOurs))
                {
                    open.Push(field.MessageType);
                }
            }
        }
        return reached;
    }
}
