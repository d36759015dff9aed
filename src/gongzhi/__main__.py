from gongzhi.cli.main import main

main()
