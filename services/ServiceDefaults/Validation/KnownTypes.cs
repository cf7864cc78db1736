using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Date = Google.Type.Date;

namespace CareerRecs.ServiceDefaults.Validation;

/// <summary>
/// What messages that are not ours (dates, durations, times) may hold, as their own comments say it. Their parsers take any
/// number, so a date like the 99th of month 99 would otherwise be stored and surprise whoever reads it.
/// </summary>
internal static class KnownTypes
{
    // google/protobuf/duration.proto and timestamp.proto: 10,000 years; 0001-01-01 to 9999-12-31.
    private const long MostDurationSeconds = 315_576_000_000;
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;
    private const int LastNano = 999_999_999;

    private const int AnyLeapYear = 2000;

    /// <summary>The check for a type; null where it has none.</summary>
    public static Func<IMessage, string?>? CheckOf(MessageDescriptor type) =>
        type == Date.Descriptor ? static message => Check((Date)message)
        : type == Duration.Descriptor ? static message => Check((Duration)message)
        : type == Timestamp.Descriptor ? static message => Check((Timestamp)message)
        : null;

    private static string? Check(Date date)
    {
        if (date is { Year: >= 0 and <= 9999, Month: >= 0 and <= 12, Day: >= 0 } && date.Day <= LastDay(date))
        {
            return null;
        }
        return $"must be a date: year 1-9999, month 1-12, a day of that month, 0 "
            + $"where one is not stated; got {date.Year}-{date.Month}-{date.Day}";
    }

    /// <summary>A day needs its month; without a year, 29 February is one.</summary>
    private static int LastDay(Date date) =>
        date.Month == 0 ? 0 : System.DateTime.DaysInMonth(date.Year == 0 ? AnyLeapYear : date.Year, date.Month);

    private static string? Check(Duration duration)
    {
        var agree = duration.Seconds == 0 || duration.Nanos == 0 || duration.Seconds < 0 == duration.Nanos < 0;
        return
            agree
            && duration is { Seconds: >= -MostDurationSeconds and <= MostDurationSeconds, Nanos: >= -LastNano and <= LastNano }
            ? null
            : $"must be at most {MostDurationSeconds} seconds long, and its nanos of the same "
                + $"sign and below a second; got {duration.Seconds} s and {duration.Nanos} ns";
    }

    private static string? Check(Timestamp time) =>
        time is { Seconds: >= FirstSecond and <= LastSecond, Nanos: >= 0 and <= LastNano }
            ? null
            : $"must be a time from 0001-01-01 to 9999-12-31, and its nanos "
                + $"from 0 to {LastNano}; got {time.Seconds} s and {time.Nanos} ns";
}
