using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace CareerRecs.ServiceDefaults.Validation;

/// <summary>
/// The limits that the contract states on the fields of one message, read once from its descriptor. A field without a stated
/// limit has the defaults below, so nothing in a request is unbounded.
/// </summary>
public sealed class RequestRules
{
    private const int DefaultMaxLength = 1_000;
    private const int DefaultMaxBytes = 1 << 20;
    private const int DefaultMaxItems = 1_000;
    private const int MaxViolations = 20;

    private static readonly ConcurrentDictionary<MessageDescriptor, RequestRules> Known = new();

    private readonly FieldRule[] _fields;
    private readonly OneofDescriptor[] _requiredOneofs;

    private RequestRules(MessageDescriptor descriptor)
    {
        _fields = [.. descriptor.Fields.InDeclarationOrder().Select(f => new FieldRule(f))];
        _requiredOneofs = [.. RequiredOneofs(descriptor)];
    }

    /// <summary>What in <paramref name="request"/> breaks its contract; empty when nothing does.</summary>
    public static IReadOnlyList<BadRequest.Types.FieldViolation> Check(IMessage request)
    {
        if (QuickCheck.For(request.Descriptor).Passes(request))
        {
            return [];
        }
        List<BadRequest.Types.FieldViolation>? violations = null;
        For(request.Descriptor).Check(request, "", ref violations);
        return violations ?? [];
    }

    /// <summary>The limits stated on a field.</summary>
    internal static FieldLimits LimitsOf(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(LimitsExtensions.Limits) ?? new FieldLimits();

    /// <summary>Alternatives of which one must be chosen.</summary>
    internal static IEnumerable<OneofDescriptor> RequiredOneofs(MessageDescriptor descriptor) =>
        descriptor.Oneofs.Where(o => o.GetOptions()?.GetExtension(LimitsExtensions.OneRequired) == true);

    /// <summary>Most characters of a text.</summary>
    internal static int MaxLength(FieldLimits limits) => limits.MaxLength > 0 ? limits.MaxLength : DefaultMaxLength;

    /// <summary>Most bytes of a blob.</summary>
    internal static int MaxBytes(FieldLimits limits) => limits.MaxLength > 0 ? limits.MaxLength : DefaultMaxBytes;

    /// <summary>Most entries of a list.</summary>
    internal static int MaxItems(FieldLimits limits) => limits.MaxItems > 0 ? limits.MaxItems : DefaultMaxItems;

    /// <summary>Whether the field holds messages that state limits.</summary>
    internal static bool IsOurs(FieldDescriptor field) =>
        field.FieldType == FieldType.Message && field.MessageType.FullName.StartsWith("careerrecs.", StringComparison.Ordinal);

    /// <summary>
    /// Whether a text holds U+0000. No text needs it, and PostgreSQL cannot store it. Other control characters stay allowed:
    /// texts taken out of PDF and Word files carry form feeds and vertical tabs.
    /// </summary>
    internal static bool HasNul(string text) => text.Contains('\0', StringComparison.Ordinal);

    /// <summary>
    /// Whether an empty text of the field is a value like any other: an entry of a list, or the chosen one of alternatives.
    /// Elsewhere it states nothing.
    /// </summary>
    internal static bool EmptyIsStated(FieldDescriptor field) => field.IsRepeated || field.RealContainingOneof is not null;

    private static RequestRules For(MessageDescriptor descriptor) => Known.GetOrAdd(descriptor, d => new RequestRules(d));

    private void Check(IMessage message, string path, ref List<BadRequest.Types.FieldViolation>? violations)
    {
        foreach (var oneof in _requiredOneofs)
        {
            if (oneof.Accessor.GetCaseFieldDescriptor(message) is null)
            {
                Add(ref violations, path, oneof.Name, $"set one of {string.Join(", ", oneof.Fields.Select(f => f.Name))}");
            }
        }

        foreach (var rule in _fields)
        {
            if (violations is { Count: >= MaxViolations })
            {
                return;
            }
            rule.Check(message, path, ref violations);
        }
    }

    private static void Add(
        ref List<BadRequest.Types.FieldViolation>? violations,
        string path,
        string field,
        string description
    ) =>
        (violations ??= []).Add(
            new BadRequest.Types.FieldViolation
            {
                Field = path.Length == 0 ? field : $"{path}.{field}",
                Description = description,
            }
        );

    private sealed class FieldRule
    {
        private readonly FieldDescriptor _field;
        private readonly FieldLimits _limits;
        private readonly Regex? _pattern;
        private readonly bool _ours;
        private readonly Func<IMessage, string?>? _known;

        public FieldRule(FieldDescriptor field)
        {
            _field = field;
            _limits = LimitsOf(field);
            // Non-backtracking: a hostile value must not cost more than its length.
            if (_limits.Pattern.Length > 0)
            {
                _pattern = new Regex($"^(?:{_limits.Pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            }
            _ours = IsOurs(field);
            _known = field.FieldType == FieldType.Message && !field.IsMap ? KnownTypes.CheckOf(field.MessageType) : null;
        }

        public void Check(IMessage message, string path, ref List<BadRequest.Types.FieldViolation>? violations)
        {
            var value = _field.Accessor.GetValue(message);
            if (_field.IsRepeated)
            {
                var items = (IList)value;
                var most = MaxItems(_limits);
                if (items.Count == 0 && _limits.Required)
                {
                    Add(ref violations, path, _field.Name, "at least one is needed");
                }
                if (items.Count > most)
                {
                    Add(ref violations, path, _field.Name, $"at most {most} allowed, got {items.Count}");
                    return;
                }

                if (_limits.ItemsFailAlone)
                {
                    return;
                }
                for (var i = 0; i < items.Count && violations is not { Count: >= MaxViolations }; i++)
                {
                    CheckValue(items[i]!, path, i, ref violations);
                }
                return;
            }

            var isSet = _field.HasPresence ? _field.Accessor.HasValue(message) : !IsDefault(value);
            if (isSet)
            {
                CheckValue(value, path, -1, ref violations);
            }
            else if (_limits.Required)
            {
                Add(ref violations, path, _field.Name, "is required");
            }
        }

        private void CheckValue(object value, string path, int index, ref List<BadRequest.Types.FieldViolation>? violations)
        {
            var problem = value switch
            {
                string text => CheckText(text),
                ByteString bytes => CheckBytes(bytes),
                int or long or uint or ulong or float or double => CheckNumber(
                    Convert.ToDouble(value, CultureInfo.InvariantCulture)
                ),
                _ when _field.FieldType == FieldType.Enum => CheckEnum((int)value),
                IMessage message => _known?.Invoke(message),
                _ => null,
            };
            if (problem is not null)
            {
                Add(ref violations, path, Indexed(index), problem);
            }
            if (_ours)
            {
                For(_field.MessageType)
                    .Check((IMessage)value, path.Length == 0 ? Indexed(index) : $"{path}.{Indexed(index)}", ref violations);
            }
        }

        private string Indexed(int index) => index < 0 ? _field.Name : $"{_field.Name}[{index}]";

        private string? CheckText(string text)
        {
            var most = MaxLength(_limits);
            if (text.Length > most)
            {
                return $"at most {most} characters allowed, got {text.Length}";
            }
            if (HasNul(text))
            {
                return $"must not contain the character U+0000; it stands at "
                    + $"position {text.IndexOf('\0', StringComparison.Ordinal)}";
            }
            if (_pattern is not null && (text.Length > 0 || EmptyIsStated(_field)) && !_pattern.IsMatch(text))
            {
                return $"must look like {_limits.Pattern}, got '{text}'";
            }
            return null;
        }

        private string? CheckBytes(ByteString bytes)
        {
            var most = MaxBytes(_limits);
            return bytes.Length > most ? $"at most {most} bytes allowed, got {bytes.Length}" : null;
        }

        private string? CheckNumber(double number)
        {
            if (double.IsNaN(number) || double.IsInfinity(number))
            {
                return "must be a finite number";
            }
            if (_limits.HasMin && number < _limits.Min || _limits.HasMax && number > _limits.Max)
            {
                return string.Create(CultureInfo.InvariantCulture, $"must be {Range()}, got {number}");
            }
            return null;
        }

        private string Range() =>
            (_limits.HasMin, _limits.HasMax) switch
            {
                (true, true) => string.Create(CultureInfo.InvariantCulture, $"from {_limits.Min} to {_limits.Max}"),
                (true, false) => string.Create(CultureInfo.InvariantCulture, $"at least {_limits.Min}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"at most {_limits.Max}"),
            };

        private string? CheckEnum(int number) =>
            _field.EnumType.FindValueByNumber(number) is null
                ? $"must be one of {string.Join(", ", _field.EnumType.Values.Skip(1).Select(v => v.Name))}; got {number}"
                : null;

        private static bool IsDefault(object value) =>
            value switch
            {
                string text => text.Length == 0,
                ByteString bytes => bytes.IsEmpty,
                bool flag => !flag,
                System.Enum member => Convert.ToInt32(member, CultureInfo.InvariantCulture) == 0,
                int or long or uint or ulong or float or double => Convert.ToDouble(value, CultureInfo.InvariantCulture) == 0,
                _ => false,
            };
    }
}
