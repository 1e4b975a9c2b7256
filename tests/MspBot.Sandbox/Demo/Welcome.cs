namespace MspBot.Sandbox.Demo;

/// <summary>What the window says when the demo is ready.</summary>
internal static class Welcome
{
    internal static string Of(DemoRun demo) => $"""

        MspBot's sandbox is ready. Open  {demo.Address.ToString().TrimEnd('/')}{(
            demo.PortWasTaken is { } port ? $"  (port {port} is taken)" : "")}
        It is a Telegram of its own, on this machine only: all is pretended, nothing is sent anywhere.

        To try: 1. At the left «Марина Новикова», at the bottom «СТАРТ», then «Согласен» (I agree): she registers.
                2. «Мероприятия» in her menu (or /events): pick one, press «Записаться» (sign up).
                3. The head beside her, under «Руководитель площадки»: write /events, open the same one
                   and cancel it. Marina hears of it at once.
                4. The clock at the top is a button: an hour on, or to Monday morning («К понедельнику 08:00»).

        Ctrl-C stops everything; what you did is kept. ./run --fresh begins anew.

        """;
}
