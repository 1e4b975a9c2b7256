using MspBot.Domain.Surveys.Indicators;
using MspBot.Domain.Surveys.Summary;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Summary;

/// <summary>How the summary counts, in a few sentences: on paper and in the workbook.</summary>
internal static class CountingTexts
{
    internal static IEnumerable<string> Rules(SummaryView view)
    {
        var lines = view.Summary.Lines;
        yield return "Считаются школы, которых спрашивали и которые отправили ответы. Остальные названы, за них ничего не домысливается.";
        if (lines.Any(line => line.Measure.IsShare))
            yield return "Доля по району: сумма «сколько» делится на сумму «из скольких». Среднее из процентов не берётся.";
        yield return "Числа складываются, у баллов берётся среднее, у «да/нет» считаются ответы «да».";
        yield return "Изменение: только по школам, которые ответили оба раза. Поэтому оно бывает не равно разности двух периодов.";
        yield return "Лучше или хуже: школа сдвинулась на 1 процентный пункт и больше (число на 1, балл на 0,1, «да/нет» сменился).";
        yield return "Если показатель изменили по смыслу, его не сравнивают с прежним.";
        foreach (var line in lines.Where(line => line.Indicator.Computed is not null).DistinctBy(line => line.Indicator.Computed))
            yield return $"{line.Indicator.Name}: {Computed(line.Indicator.Computed!.Value)}";
        if (view.IsLimited)
        {
            yield return $"Доля «из скольких» меньше {Russian.Number(SmallShares.Least)} по отдельной школе не показывается, а если такая"
                + " школа одна, то и следующая по величине: иначе её число было бы видно из суммы.";
        }
    }

    private static string Computed(ComputedFigure figure) => figure switch
    {
        ComputedFigure.TeachersReached =>
            "считает бот: разные педагоги школы, которые пришли на мероприятие или были на консультации в дни опроса.",
        ComputedFigure.TutoringHours =>
            "считает бот: часы состоявшихся консультаций с педагогами школы; групповая считается школе один раз.",
        ComputedFigure.RecommendationsDone =>
            "считает бот: сколько рекомендаций школа назвала выполненными, из всех, о которых спросил опрос.",
    };
}
