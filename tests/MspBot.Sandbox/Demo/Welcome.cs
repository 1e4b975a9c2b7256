namespace MspBot.Sandbox.Demo;

/// <summary>What the window says when the demo is ready.</summary>
internal static class Welcome
{
    internal static string Of(DemoRun demo) => $"""

        MspBot's sandbox is ready. Open  {demo.Address.ToString().TrimEnd('/')}
        It is a Telegram of its own, on this machine only: all is pretended, nothing is sent anywhere.

        To try: 1. Pick «Марина Новикова» at the left and press «СТАРТ», then «Согласен» (I agree): registration.
                2. Write /events (or press «Меню»), open a seminar, press «Записаться» (sign up).
                3. Open the head beside her, group «Руководитель площадки», and write /new: a seminar of your own.
                4. Move the clock at the top: «+1 час» (an hour on), «К понедельнику 08:00» (to Monday morning).

        Ctrl-C stops everything; what you did is kept. ./run --fresh begins anew.

        """;
}
