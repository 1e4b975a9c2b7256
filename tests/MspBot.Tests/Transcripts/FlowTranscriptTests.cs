using MspBot.Sandbox;
using MspBot.Tests.Conversations;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>One approved text a flow, to be read like prose.</summary>
public sealed class FlowTranscriptTests(TestCluster cluster)
{
    private const int MostQuestions = 40;

    private static readonly Dictionary<string, string> Plain = new()
    {
        ["name"] = "Иванова Мария Петровна",
        ["title"] = "Читательская грамотность на уроках истории",
        ["audience"] = "учителя истории",
        ["link"] = "https://telemost.yandex.ru/j/123",
        ["description"] = "Разберём задания ВПР и составим свои.",
        ["journal.topic"] = "Урок в 6 классе",
        ["journal.recommendation"] = "Возьмите два задания из банка и разберите на уроке.",
        ["journal.note"] = "Волнуется на открытых уроках.",
        ["journal.result"] = "Составлен план уроков на месяц.",
        ["journal.pupils"] = "3",
        ["topic"] = "Чтение графиков в 5 классе",
        ["words"] = "Опаздываю на 10 минут",
        ["reason"] = "Ведущий заболел",
        ["word"] = "Сосна 47",
        ["meet"] = "https://telemost.yandex.ru/j/123",
        ["question"] = "Можно ли прийти на семинар вдвоём с коллегой?",
        ["answer"] = "Можно: пусть коллега тоже запишется, места есть.",
        ["number"] = "2001-1",
        ["what"] = "https://disk.yandex.ru/i/abc",
        ["material-what"] = "https://disk.yandex.ru/i/abc",
        ["material-name"] = "Проценты, 6 класс",
        ["material-grades"] = "5–6",
        ["material-about"] = "Задания на проценты из ВПР с разбором ошибок.",
        ["material-names"] = "Орлов Б. Л., Сидорова А. П.",
        ["use"] = "Карточки для парной работы",
        ["missing"] = "Примеров для начальной школы",
        ["result"] = "Методические рекомендации",
        ["outcome"] = "Рекомендации разосланы семи школам",
        ["remark"] = "Укажите, кто отвечает за материалы",
        ["broadcast-corrected"] = "Коллеги, встреча переносится на 16:00.",
        ["broadcast-words"] = "Коллеги, в пятницу встречаемся в актовом зале в 15:00.",
        ["done"] = "добавили примеры для начальной школы",
    };

    public static TheoryData<string> Flows() => [.. FlowRow.All.Where(r => r.Key != "register").Select(r => r.Key)];

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Each_flow_reads_as_approved(string flow)
    {
        await using var world = await World.Open(cluster);
        var row = FlowRow.Of(flow);
        var who = await row.Who(world, 7);
        var argument = await row.Argument(world);
        await who.Types("/about");
        await world.Idle();
        var reader = new Reader(world);
        reader.BeginHere();
        await reader.Act(() => who.TapsData(who.Chat.Last(m => m.FromBot), argument.Length == 0 ? $"n:{flow}" : $"n:{flow}:{argument}"));
        for (var asked = 0; who.Chat.Last(m => m.FromBot) is var question && Walker.IsQuestion(question); asked++)
        {
            Assert.True(asked < MostQuestions, $"«{flow}» does not take its answers and asks on: {question.Text}");
            var key = await world.Sql<string>("select body::jsonb -> 'shown' ->> 'key' from dialog where state = 'Active'") ?? "";
            if (Plain.TryGetValue(key, out var words)) await reader.Types(who, words);
            else if (Has(question, "Готово"))
            {
                await reader.Taps(who, question.Buttons[0][0].Label);
                await reader.Taps(who, "Готово");
            }
            else await reader.Taps(who, question.Buttons[0][^1].Label);
        }
        Approved.Check($"flow-{flow}", reader.Text);
    }

    [Fact]
    public void A_difference_shows_the_lines_that_changed()
    {
        var difference = Approved.Difference(["а", "б", "в", "г", "д"], ["а", "б", "новое", "г", "д"]).ReplaceLineEndings("\n");
        Assert.Equal("  а\n  б\n- в\n+ новое\n  г\n  д\n", difference);
    }

    private static bool Has(ChatMessage message, string label) =>
        message.Buttons.SelectMany(r => r).Any(b => b.Label.Contains(label, StringComparison.Ordinal));
}
