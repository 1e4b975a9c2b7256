using System.Globalization;
using System.Text;
using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Seminars;
using MspBot.Host.Consultations;
using MspBot.Host.Consultations.Groups;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;
using MspBot.Tests.Support;
using Xunit;
using Calendar = Ical.Net.Calendar;

namespace MspBot.Tests.Meetings;

/// <summary>Lines of calendar files, cut where a reader can put them together again.</summary>
public sealed class CalendarFoldTests
{
    private static readonly string[] Signs =
        ["📚", "👩‍🏫", "👨‍👩‍👧‍👦", "🇷🇺", "1️⃣", "👍🏽", "❤️", "я", "ё", "е\u0308", "й", "王", "«", "№", "’", "𝒳", ",", ";", "\\",
            "\n"];

    public static TheoryData<string> Files { get; } = ["seminar", "described", "consultation", "topic", "group"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read_as_it_was_written_wherever_its_lines_end(string file)
    {
        foreach (var sign in Signs.Where(s => s != "\n" || file is "described"))
        {
            for (var before = 0; before < 80; before++)
            {
                // One word: a name of several is shown by its initials.
                var text = new string('я', before % 2) + new string('a', before) + sign + sign + "-конец";
                var bytes = File(file, text);
                AssertFolded(bytes);

                var read = Assert.Single(Calendar.Load(Unfolded(bytes))!.Events);
                var value = file is "described" or "topic" ? read.Description : read.Summary;
                Assert.True(value?.Contains(text, StringComparison.Ordinal), $"{sign} after {before}: {value}");
            }
        }
    }

    [Fact]
    public void No_emoji_of_unicode_is_cut_at_any_place()
    {
        var emoji = Enumerable.Range(0x2190, 0x2C00 - 0x2190).Concat(Enumerable.Range(0x1F000, 0xC00)).Select(char.ConvertFromUtf32)
            .ToList();
        foreach (var sign in emoji)
        {
            for (var before = 55; before < 76; before++)
            {
                var line = $"SUMMARY:{new string('a', before)}{sign}{sign}\r\n";
                var bytes = CalendarLines.Refold(line);
                AssertFolded(bytes);
                Assert.Equal(line, Unfolded(bytes));
            }
        }
    }

    [Fact]
    public void Letters_under_a_pile_of_marks_are_cut_between_characters()
    {
        var line = $"SUMMARY:{string.Concat(Enumerable.Repeat("Z" + string.Concat(Enumerable.Repeat("\u0301\u0329", 60)), 3))}\r\n";
        var bytes = CalendarLines.Refold(line);

        Assert.All(Lines(bytes), text => Assert.InRange(Encoding.UTF8.GetByteCount(text), 0, 75));
        Assert.Equal(line, Unfolded(bytes));
    }

    private static byte[] File(string file, string text) => file switch
    {
        "seminar" => SeminarCalendar.File(Seminar(text, null), Some.Noon, "https://t.me/bot?start=e_12").Content,
        "described" => SeminarCalendar.File(Seminar("Чтение", text), Some.Noon, "https://t.me/bot?start=e_12").Content,
        "consultation" => ConsultationCalendar.File(Consultation("Тема", text), Side.Tutor, Some.Noon).Content,
        "topic" => ConsultationCalendar.File(Consultation(text, "Иванова Мария Петровна"), Side.Tutor, Some.Noon).Content,
        _ => GroupCalendar.File(Group(text), Some.Noon).Content,
    };

    private static SeminarDetails Seminar(string title, string? description) => new()
    {
        Id = new(12),
        Title = title,
        Description = description,
        StartsAt = Some.Noon,
        EndsAt = Some.Noon.AddHours(1),
        CalendarUid = "uid",
    };

    private static ConsultationDetails Consultation(string topic, string teacher) => new()
    {
        Id = new(12),
        Topic = topic,
        Teacher = teacher,
        StartsAt = Some.Noon,
        EndsAt = Some.Noon.AddHours(1),
        CalendarUid = "uid",
    };

    private static GroupDetails Group(string topic) => new()
    {
        Id = new(12),
        Topic = topic,
        Tutor = "Орлова",
        StartsAt = Some.Noon,
        EndsAt = Some.Noon.AddHours(1),
        CalendarUid = "uid",
    };

    /// <summary>Each line is text by itself, of 75 octets at most, and does not begin inside what a reader sees as one sign.</summary>
    private static void AssertFolded(byte[] bytes)
    {
        var lines = Lines(bytes);
        for (var n = 0; n < lines.Count; n++)
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(lines[n]), 0, 75);
            if (n == 0 || !lines[n].StartsWith(' ')) continue;
            var whole = lines[n - 1] + lines[n][1..];
            Assert.Contains(lines[n - 1].Length, StringInfo.ParseCombiningCharacters(whole));
        }
    }

    /// <summary>Decoded line by line: what is cut inside a character throws.</summary>
    private static List<string> Lines(byte[] bytes)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var (lines, start) = (new List<string>(), 0);
        for (var n = 0; n + 1 < bytes.Length; n++)
        {
            if ((bytes[n], bytes[n + 1]) != ((byte)'\r', (byte)'\n')) continue;
            lines.Add(strict.GetString(bytes, start, n - start));
            start = n + 2;
        }
        Assert.Equal(bytes.Length, start);
        return lines;
    }

    private static string Unfolded(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace("\r\n ", "", StringComparison.Ordinal);
}
