using System.Text.RegularExpressions;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations;

/// <summary>Words that texts for people do not use; docs/words.md says which they use instead.</summary>
public sealed class WordsTests
{
    private static readonly (string Pattern, string Instead)[] Forbidden =
    [
        // A lesson that a tutor gives to pupils is one.
        ("заняти(?!\\w* с учени)", "мероприятие or консультация"),
        ("номер\\w* (в )?Telegram", "идентификатор в Telegram (не телефон)"),
        ("нажмите «Пропустить»", "nothing: the button stands there"),
        ("Напишу, когда появится время", "Сообщить, когда появится время"),
        ("вопрос — в сообщении ниже", "nothing: it stands there"),
        ("дайджест", "сводка"),
        ("консультант|наставник", "тьютор"),
        // One of the kinds is called so, «Семинар» in short.
        ("(?<!проектировочн\\w{1,3} )семинар\\w", "мероприятие"),
    ];

    [Fact]
    public void No_text_calls_a_thing_by_another_name()
    {
        var found = Lines().SelectMany(line => Forbidden.Where(word => Regex.IsMatch(line.Text, word.Pattern, RegexOptions.IgnoreCase))
            .Select(word => $"{line.File}: say {word.Instead}, not as in: {line.Text.Trim()}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void The_texts_are_found_and_each_rule_finds_what_it_forbids()
    {
        Assert.True(Lines().Count() > 1_000, "the texts were not found");
        foreach (var text in (string[])["Новое занятие", "номер в Telegram", "или нажмите «Пропустить»", "Недельный дайджест",
            "Ваш консультант", "Семинары рядом", "Вопрос — в сообщении ниже."])
            Assert.Contains(Forbidden, word => Regex.IsMatch(text, word.Pattern, RegexOptions.IgnoreCase));
        foreach (var text in (string[])["Занятие с учениками", "Проектировочный семинар", "проектировочного семинара", "Номер сертификата"])
            Assert.DoesNotContain(Forbidden, word => Regex.IsMatch(text, word.Pattern, RegexOptions.IgnoreCase));
    }

    /// <summary>Russian stands in the literals only, and in comments, which are left out.</summary>
    private static IEnumerable<(string File, string Text)> Lines() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        from line in File.ReadLines(file)
        let text = line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : line.Split("   //")[0]
        where text.Length > 0 && !text.Contains("Formerly", StringComparison.Ordinal)   // what people may still type
        select (Path.GetFileName(file), text);
}
