using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Validation;

/// <summary>
/// Says that a message surely keeps to its limits, without boxing a value or writing a path. What it is in doubt about,
/// <see cref="RequestRules"/> looks at field by field; so this may be cautious, and nearly every request needs no more than this.
/// </summary>
internal sealed class QuickCheck
{
    private static readonly ConcurrentDictionary<MessageDescriptor, QuickCheck> Known = new();
    private static readonly MethodInfo GetterOf = typeof(QuickCheck).GetMethod(
        nameof(Getter),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly Func<IMessage, bool>[] _fields;
    private readonly OneofDescriptor[] _requiredOneofs;

    private QuickCheck(MessageDescriptor descriptor, IEnumerable<OneofDescriptor> requiredOneofs)
    {
        _fields =
        [
            .. descriptor
                .Fields.InDeclarationOrder()
                .Select(f => Passing(f, RequestRules.LimitsOf(f)))
                .OfType<Func<IMessage, bool>>(),
        ];
        _requiredOneofs = [.. requiredOneofs];
    }

    public static QuickCheck For(MessageDescriptor descriptor) =>
        Known.GetOrAdd(descriptor, static d => new QuickCheck(d, RequestRules.RequiredOneofs(d)));

    /// <summary>Whether the message surely keeps to its limits.</summary>
    public bool Passes(IMessage message)
    {
        foreach (var field in _fields)
        {
            if (!field(message))
            {
                return false;
            }
        }

        foreach (var oneof in _requiredOneofs)
        {
            if (oneof.Accessor.GetCaseFieldDescriptor(message) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a field surely keeps to its limits; null where nothing it can hold breaks them.</summary>
    private static Func<IMessage, bool>? Passing(FieldDescriptor field, FieldLimits limits)
    {
        if (field.IsRepeated)
        {
            return PassingList(field, limits);
        }
        return field.FieldType switch
        {
            FieldType.String => PassingText(field, limits),
            FieldType.Message => PassingMessage(field, limits),
            FieldType.Bool when !limits.Required => null,
            FieldType.Double when !limits.Required => PassingNumber(Read<double>(field), limits),
            FieldType.Int32 when !limits.Required => PassingInteger(Read<int>(field), limits),
            FieldType.Int64 when !limits.Required => PassingLong(Read<long>(field), limits),
            FieldType.Bytes => PassingBytes(Read<ByteString>(field), limits),
            // Most enums count from 0 without a gap.
            FieldType.Enum
                when !limits.Required
                    && field
                        .EnumType.Values.Select(v => v.Number)
                        .Order()
                        .SequenceEqual(Enumerable.Range(0, field.EnumType.Values.Count)) => PassingInteger(
                Read<int>(field),
                new FieldLimits { Min = 0, Max = field.EnumType.Values.Count - 1 }
            ),
            _ => static _ => false,
        };
    }

    private static Func<IMessage, bool> PassingText(FieldDescriptor field, FieldLimits limits)
    {
        var get = Read<string>(field);
        var least = limits.Required ? 1 : 0;
        var most = limits.Pattern.Length > 0 ? 0 : RequestRules.MaxLength(limits);
        if (limits.Pattern.Length > 0 && RequestRules.EmptyIsStated(field))
        {
            return message => !field.Accessor.HasValue(message);
        }
        return message => get(message) is var text && text.Length >= least && text.Length <= most && !RequestRules.HasNul(text);
    }

    private static Func<IMessage, bool> PassingNumber(Func<IMessage, double> get, FieldLimits limits)
    {
        var (min, max) = Range(limits);
        return message => get(message) is var number && number >= min && number <= max;
    }

    private static Func<IMessage, bool> PassingInteger(Func<IMessage, int> get, FieldLimits limits)
    {
        var (min, max) = Range(limits);
        return message => get(message) is var number && number >= min && number <= max;
    }

    private static Func<IMessage, bool> PassingLong(Func<IMessage, long> get, FieldLimits limits)
    {
        var (min, max) = Range(limits);
        return message => get(message) is var number && number >= min && number <= max;
    }

    private static Func<IMessage, bool> PassingBytes(Func<IMessage, ByteString> get, FieldLimits limits)
    {
        var least = limits.Required ? 1 : 0;
        var most = RequestRules.MaxBytes(limits);
        return message => get(message).Length is var length && length >= least && length <= most;
    }

    private static (double Min, double Max) Range(FieldLimits limits) =>
        (limits.HasMin ? limits.Min : double.MinValue, limits.HasMax ? limits.Max : double.MaxValue);

    private static Func<IMessage, bool> PassingMessage(FieldDescriptor field, FieldLimits limits)
    {
        var nested = Nested(field);
        return message => field.Accessor.GetValue(message) is IMessage value ? nested(value) : !limits.Required;
    }

    private static Func<IMessage, bool> PassingList(FieldDescriptor field, FieldLimits limits)
    {
        var least = limits.Required ? 1 : 0;
        var most = RequestRules.MaxItems(limits);
        bool Counts(IList items) => items.Count >= least && items.Count <= most;
        switch (field.FieldType)
        {
            case FieldType.String when limits.Pattern.Length == 0:
                var longest = RequestRules.MaxLength(limits);
                return message =>
                    field.Accessor.GetValue(message) is RepeatedField<string> texts && Counts(texts) && Short(texts, longest);
            case FieldType.Message when !field.IsMap:
                var nested = Nested(field);
                return message =>
                {
                    var items = (IList)field.Accessor.GetValue(message);
                    if (!Counts(items))
                    {
                        return false;
                    }
                    for (var i = 0; i < items.Count; i++)
                    {
                        if (!nested((IMessage)items[i]!))
                        {
                            return false;
                        }
                    }

                    return true;
                };
            default:
                return message => field.Accessor.GetValue(message) is IList { Count: 0 } && least == 0;
        }
    }

    private static bool Short(RepeatedField<string> texts, int longest)
    {
        foreach (var text in texts)
        {
            if (text.Length > longest || RequestRules.HasNul(text))
            {
                return false;
            }
        }

        return true;
    }

    private static Func<IMessage, bool> Nested(FieldDescriptor field)
    {
        // Other people's messages state no limits of ours. Ours are looked up when first met, since they may hold each other.
        if (KnownTypes.CheckOf(field.MessageType) is { } known)
        {
            return message => known(message) is null;
        }
        if (!RequestRules.IsOurs(field))
        {
            return static _ => true;
        }
        QuickCheck? check = null;
        return message => (check ??= For(field.MessageType)).Passes(message);
    }

    private static Func<IMessage, TValue> Read<TValue>(FieldDescriptor field) =>
        (Func<IMessage, TValue>)
            GetterOf
                .MakeGenericMethod(field.ContainingType.ClrType, typeof(TValue))
                .Invoke(null, [field.ContainingType.ClrType.GetProperty(field.PropertyName)!.GetMethod!])!;

    /// <summary>The getter without boxing; an enum is read as its number.</summary>
    private static Func<IMessage, TValue> Getter<TMessage, TValue>(MethodInfo getter)
    {
        var typed = getter.CreateDelegate<Func<TMessage, TValue>>();
        return message => typed((TMessage)message);
    }
}
